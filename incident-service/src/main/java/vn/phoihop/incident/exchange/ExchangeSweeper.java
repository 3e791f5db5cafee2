package vn.phoihop.incident.exchange;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import vn.phoihop.platform.identity.SystemParty;

/** Lets exchanges out when their embargo ends, and ends them when their term does. */
@Singleton
class ExchangeSweeper {

  private final SystemParty system;
  private final ExchangeService exchanges;

  ExchangeSweeper(SystemParty system, ExchangeService exchanges) {
    this.system = system;
    this.exchanges = exchanges;
  }

  @Scheduled(
      every = "{phoihop.exchange.time-check}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    // The expired first: what comes out of an embargo too late does not come out.
    all(exchanges::expireDue);
    all(exchanges::releaseDue);
  }

  /** One a transaction, until there is none. */
  private void all(BooleanSupplier one) {
    system.run(
        () -> {
          boolean more = true;
          while (more) {
            more = one.getAsBoolean();
          }
        });
  }
}
