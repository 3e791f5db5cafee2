package vn.phoihop.reporting.obligation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import vn.phoihop.platform.identity.SystemParty;

/**
 * What happens as time passes and enterprises become active. Each instance looks every second; rows
 * that one works on, the others pass over.
 */
@ApplicationScoped
class ObligationSchedule {

  private final SystemParty system;
  private final OpeningService opening;

  ObligationSchedule(SystemParty system, OpeningService opening) {
    this.system = system;
    this.opening = opening;
  }

  @Scheduled(
      every = "{phoihop.obligation.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    system.run(
        () -> {
          while (opening.openSome()) {
            continue;
          }
          while (opening.tellSome()) {
            continue;
          }
        });
  }
}
