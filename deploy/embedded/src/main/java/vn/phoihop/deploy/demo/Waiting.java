package vn.phoihop.deploy.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import vn.phoihop.deploy.Failure;

/** For what comes by itself, but not at once. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 100;

  private Waiting() {}

  static <T> T until(String what, Supplier<Optional<T>> look) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new Failure(
            "%s did not come within %d s; the services' logs may say why"
                .formatted(what, PATIENCE.toSeconds()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }
}
