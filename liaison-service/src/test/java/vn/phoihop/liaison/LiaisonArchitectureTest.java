package vn.phoihop.liaison;

import java.util.Set;
import vn.phoihop.platform.test.ArchitectureTest;

class LiaisonArchitectureTest extends ArchitectureTest {
  LiaisonArchitectureTest() {
    super("liaison", Set.of("Enrolment", "TaskRunner", "ExpirySweeper"));
  }
}
