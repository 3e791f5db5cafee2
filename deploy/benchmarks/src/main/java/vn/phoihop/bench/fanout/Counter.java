package vn.phoihop.bench.fanout;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import vn.phoihop.bench.stack.Pause;

/** Counts what arrives, and notes when the last that is expected did. */
final class Counter {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private int expected;
  private int count;
  private long last;

  synchronized void expect(int requests) {
    expected = requests;
    count = 0;
  }

  synchronized void arrived(long nanos, int endpoint, Buffer body) {
    count++;
    if (count == expected) {
      last = nanos;
    }
  }

  /** {@link System#nanoTime()} of the last arrival. */
  long awaitLast() {
    Pause.until("the last of many requests", PATIENCE, 1, this::isComplete);
    synchronized (this) {
      return last;
    }
  }

  private synchronized boolean isComplete() {
    return count >= expected;
  }
}
