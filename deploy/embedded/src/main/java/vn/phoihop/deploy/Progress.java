package vn.phoihop.deploy;

import java.time.Duration;
import java.util.Locale;

/** Lines for a person who waits: seconds since the beginning, who, what. */
final class Progress {
  private final long begin = System.nanoTime();

  synchronized void say(String who, String what) {
    double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    System.err.printf(Locale.ROOT, "[%5.1f s] %-21s %s%n", seconds, who, what);
  }
}
