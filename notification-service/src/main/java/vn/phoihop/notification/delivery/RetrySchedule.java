package vn.phoihop.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a failed attempt is made again: the schedule of Standard Webhooks, 75 h 35 min in all. What
 * a receiver asks for by Retry-After is honoured within bounds, and the spread only ever adds, so
 * that nobody is called earlier than was promised.
 */
public final class RetrySchedule {

  /** The wait before attempt 1, 2, 3, … */
  static final List<Duration> WAITS =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final Duration OVERLOADED = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration LEAST_SPREAD = Duration.ofSeconds(2);
  private static final Duration MOST_SPREAD = Duration.ofMinutes(15);

  private RetrySchedule() {}

  /**
   * The wait after a failed attempt; empty when the schedule has run out.
   *
   * @param tries attempts made so far, 1 or more
   * @param overloaded whether the receiver looked overloaded rather than wrong
   * @param retryAfter what it asked for, if it did
   */
  public static Optional<Duration> after(
      int tries, boolean overloaded, @Nullable Duration retryAfter, RandomGenerator random) {
    if (tries >= WAITS.size()) {
      return Optional.empty();
    }
    Duration base = WAITS.get(tries);
    if (overloaded) {
      base = max(base, OVERLOADED);
    }
    Duration wait =
        retryAfter == null ? base : clamp(retryAfter, base, min(base.multipliedBy(2), LONGEST));
    Duration spread = clamp(wait.dividedBy(10), LEAST_SPREAD, MOST_SPREAD);
    return Optional.of(wait.plusMillis(random.nextLong(spread.toMillis())));
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    return max(least, min(value, most));
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
