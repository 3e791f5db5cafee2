package vn.phoihop.notification.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The deliveries of one subscription at this instance; touched by one event loop alone. */
final class Lane {

  private static final double NANOS = 1e9;

  final Deque<Claimed> waiting = new ArrayDeque<>();
  int inFlight;

  /** How many of these are counted for it, and whether as to a receiver in trouble. */
  int held;

  boolean troubled;

  /** Whether there are others in the queue, to be taken when these are under way. */
  boolean more;

  /** Whether a timer will look at it again. */
  boolean timed;

  private @Nullable Integer ratePerSecond;
  private double tokens = Double.MAX_VALUE;
  private long filledAt;

  boolean isEmpty() {
    return waiting.isEmpty() && inFlight == 0;
  }

  /**
   * Counts an attempt against the subscription's rate.
   *
   * @return the nanoseconds after which it may be made; 0: it may be made now, and is counted
   */
  long count(@Nullable Integer rate, long now) {
    ratePerSecond = rate;
    if (rate == null) {
      return 0;
    }
    fill(rate, now);
    if (tokens < 1) {
      return nanos(1 - tokens, rate);
    }
    tokens--;
    return 0;
  }

  /** The nanoseconds after which nothing of the rate is used up, so that it can be forgotten. */
  long untilRested(long now) {
    Integer rate = ratePerSecond;
    if (rate == null) {
      return 0;
    }
    fill(rate, now);
    return tokens >= rate ? 0 : nanos(rate - tokens, rate);
  }

  private void fill(int rate, long now) {
    tokens = Math.min(rate, tokens + (now - filledAt) * rate / NANOS);
    filledAt = now;
  }

  private static long nanos(double missing, int rate) {
    return (long) Math.ceil(missing * NANOS / rate);
  }
}
