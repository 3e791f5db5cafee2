package vn.phoihop.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.phoihop.notification.subscription.Failure;

/**
 * An attempt that is over, and what it means for the delivery.
 *
 * @param pause until the next attempt; zero where there is none
 */
record Completion(
    Claimed claimed, Instant at, Outcome outcome, DeliveryState.Move move, Duration pause) {

  /** A ping is made once: who asked for it waits for the answer, and can ask again. */
  static Completion of(Claimed claimed, Instant at, Outcome outcome, RandomGenerator random) {
    if (outcome.delivered()) {
      return new Completion(claimed, at, outcome, DeliveryState.Move.DELIVER, Duration.ZERO);
    }
    Optional<Duration> wait =
        outcome.hopeless() || claimed.eventType().equals(WebhookBody.PING)
            ? Optional.empty()
            : RetrySchedule.after(
                claimed.tries(), outcome.overloaded(), outcome.retryAfter(), random);
    return wait.map(w -> new Completion(claimed, at, outcome, DeliveryState.Move.WAIT, w))
        .orElseGet(
            () -> new Completion(claimed, at, outcome, DeliveryState.Move.GIVE_UP, Duration.ZERO));
  }

  /** Whether it says something against the receiver. A ping is its owner's trial. */
  boolean tellsAgainstTheReceiver() {
    return !claimed.eventType().equals(WebhookBody.PING)
        && (!outcome.delivered() || outcome.disables() != null);
  }

  boolean isTriedAgainWithin(Duration moment) {
    return move == DeliveryState.Move.WAIT && pause.compareTo(moment) <= 0;
  }

  Failure failure() {
    return new Failure(
        claimed.subscriptionId(),
        claimed.url(),
        !outcome.delivered(),
        !outcome.delivered() && claimed.tries() == Failure.IN_A_ROW,
        outcome.disables());
  }
}
