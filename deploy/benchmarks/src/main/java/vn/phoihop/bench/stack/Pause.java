package vn.phoihop.bench.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import vn.phoihop.deploy.Failure;

/** Waiting. */
public final class Pause {

  private Pause() {}

  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  public static void until(String what, Duration patience, long everyMillis, BooleanSupplier met) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!met.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new Failure("waited %d s in vain: %s".formatted(patience.toSeconds(), what));
      }
      millis(everyMillis);
    }
  }
}
