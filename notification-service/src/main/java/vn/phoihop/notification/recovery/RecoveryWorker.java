package vn.phoihop.notification.recovery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.problem.DatabaseFaults;

/**
 * Looks for recoveries whose next batch is due; every instance may, a row lock keeps them apart.
 */
@ApplicationScoped
class RecoveryWorker {

  private static final Logger LOG = Logger.getLogger(RecoveryWorker.class);

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
            more = false;
            for (UUID id : recoveries.due()) {
              more |= workOn(id);
            }
          }
        });
  }

  private boolean workOn(UUID id) {
    try {
      return recoveries.workOn(id);
    } catch (RuntimeException fault) {
      if (DatabaseFaults.isTransient(fault)) {
        throw fault;
      }
      LOG.errorf(fault, "recovery %s cannot be worked on", id);
      recoveries.putOff(id);
      return false;
    }
  }
}
