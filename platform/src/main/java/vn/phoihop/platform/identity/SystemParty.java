package vn.phoihop.platform.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Lets work that no caller asked for (consumers, schedulers, the dispatcher, an enrolment) run as
 * SYSTEM. An architecture test lists who may use it.
 */
@Singleton
public class SystemParty {

  private final ThreadLocal<Boolean> entered = ThreadLocal.withInitial(() -> false);

  /**
   * Runs the work as SYSTEM.
   *
   * @throws IllegalStateException inside a transaction: its connection already carries another
   *     party
   */
  public <T> T call(Supplier<T> work) {
    if (entered.get()) {
      return work.get();
    }
    if (QuarkusTransaction.isActive()) {
      throw new IllegalStateException("SYSTEM is entered before the transaction begins");
    }
    entered.set(true);
    try {
      return work.get();
    } finally {
      entered.remove();
    }
  }

  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  boolean isEntered() {
    return entered.get();
  }
}
