package vn.phoihop.incident;

import java.util.Set;
import vn.phoihop.platform.test.ArchitectureTest;

class IncidentArchitectureTest extends ArchitectureTest {
  IncidentArchitectureTest() {
    super("incident", Set.of("ExchangeSweeper", "MeasureSweeper", "RequestReminders"));
  }
}
