package vn.phoihop.notification.escalation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import vn.phoihop.platform.identity.SystemParty;

/** Looks for requests that nobody has acknowledged in time. */
@ApplicationScoped
class EscalationSweeper {

  private static final int A_TRANSACTION = 20;

  private final SystemParty system;
  private final EscalationService escalations;

  EscalationSweeper(SystemParty system, EscalationService escalations) {
    this.system = system;
    this.escalations = escalations;
  }

  @Scheduled(
      every = "{phoihop.escalation.poll}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    system.run(
        () -> {
          boolean more = true;
          while (more) {
            more = escalations.raiseSome(A_TRANSACTION);
          }
        });
  }
}
