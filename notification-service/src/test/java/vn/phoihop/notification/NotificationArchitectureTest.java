package vn.phoihop.notification;

import java.util.Set;
import vn.phoihop.platform.test.ArchitectureTest;

class NotificationArchitectureTest extends ArchitectureTest {
  NotificationArchitectureTest() {
    super(
        "notification",
        Set.of("QueueWorker", "NoticeSender", "EscalationSweeper", "RecoveryWorker"));
  }
}
