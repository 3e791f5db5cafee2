package vn.phoihop.notification.recovery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import vn.phoihop.platform.identity.SystemParty;

/**
 * Looks for recoveries whose next batch is due; every instance may, a row lock keeps them apart.
 */
@ApplicationScoped
class RecoveryWorker {

  private final SystemParty system;
  private final RecoveryRunService recoveries;

  RecoveryWorker(SystemParty system, RecoveryRunService recoveries) {
    this.system = system;
    this.recoveries = recoveries;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    system.run(
        () -> {
          boolean more = true;
          while (more) {
            more = recoveries.workOnOne();
          }
        });
  }
}
