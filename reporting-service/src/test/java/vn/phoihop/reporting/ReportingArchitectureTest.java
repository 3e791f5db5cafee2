package vn.phoihop.reporting;

import java.util.Set;
import vn.phoihop.platform.test.ArchitectureTest;

class ReportingArchitectureTest extends ArchitectureTest {
  ReportingArchitectureTest() {
    super("reporting", Set.of("ObligationSchedule"));
  }
}
