package vn.phoihop.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of one subscription an instance takes at once: what it can send before the lease ends,
 * even to a receiver that hangs. The statements that take reckon the same.
 *
 * @param inFlight attempts at the same time, where the subscription does not say
 * @param rounds attempts one after the other
 * @param seconds for how many the rate of a subscription is taken ahead
 */
record Share(int inFlight, int rounds, int seconds) {

  static Share of(int inFlight, Duration lease, Duration attempt) {
    int rounds = Lease.rounds(lease, attempt);
    return new Share(inFlight, rounds, (int) Math.max(1, attempt.toSeconds() * rounds / 2));
  }

  /** No more than can be under way: nothing waits here that may turn out to wait for long. */
  Share once() {
    return new Share(inFlight, 1, seconds);
  }

  int of(Terms terms) {
    @Nullable Integer own = terms.maxInFlight();
    int each = (own == null ? inFlight : own) * rounds;
    return terms.ratePerSecond() == null
        ? each
        : (int) Math.min(each, (long) terms.ratePerSecond() * seconds);
  }
}
