package vn.phoihop.bench.stack;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An access token that is renewed in the background, so that no measured request waits for it. */
public final class Bearer implements AutoCloseable {

  private static final int RENEWED_EVERY_SECONDS = 120;

  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "token");
            thread.setDaemon(true);
            return thread;
          });
  private volatile String token;

  public Bearer(Supplier<String> draw) {
    token = draw.get();
    var unused =
        renewal.scheduleWithFixedDelay(
            () -> token = draw.get(),
            RENEWED_EVERY_SECONDS,
            RENEWED_EVERY_SECONDS,
            TimeUnit.SECONDS);
  }

  public String token() {
    return token;
  }

  @Override
  public void close() {
    renewal.shutdownNow();
  }
}
