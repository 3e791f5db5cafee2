package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts deliveries of one subscription into the queue by batches, as SYSTEM. Each batch is spread
 * over the time that the subscription's rate gives it, so that what is new goes between.
 */
@ApplicationScoped
public class RequeueService {

  /** Rows that one transaction looks at. */
  private static final int MOST = 500;

  /** Attempts a second where the subscription sets no limit. */
  private static final int PACE = 500;

  /** For how long ahead a batch fills the queue. */
  private static final int SECONDS = 10;

  /** With more than this waiting the receiver does not keep up. */
  private static final int BACKLOG = 100;

  private final RequeueRepository queue;

  RequeueService(RequeueRepository queue) {
    this.queue = queue;
  }

  /** Attempts a second that are made anew; null while the receiver does not keep up. */
  @Transactional
  public @Nullable Integer pace(UUID subscriptionId) {
    Integer rate = queue.ratePerSecond(subscriptionId);
    int pace = rate == null ? PACE : rate;
    int most = Math.min(BACKLOG, pace);
    return queue.isBehind(subscriptionId, most) ? null : pace;
  }

  /** Until a batch of so many could be sent. */
  public Duration span(int queued, int pace) {
    return Duration.ofMillis(1_000L * queued / pace);
  }

  /**
   * Queues what has failed: dead letters, and what waits for its next attempt.
   *
   * @param after the delivery after which it goes on; null at the beginning
   * @param upto the database's time after which deliveries are not meant
   */
  @Transactional
  public Requeued<UUID> failed(Window window, @Nullable UUID after, Instant upto, int pace) {
    return queue.failed(window, after == null ? new UUID(0, 0) : after, upto, pace, batch(pace));
  }

  /**
   * Makes deliveries of what the party was told and the subscription would hear of by now, but has
   * no delivery of.
   *
   * @param after the number in the party's feed after which it goes on; null at the beginning
   * @param from when, by the database's time, the first of these events came into the feed
   * @param lastArrival what must have its number before the end is reached; null: not known yet
   */
  @Transactional
  public Requeued<Long> missing(
      Window window, @Nullable Long after, Instant from, @Nullable Long lastArrival, int pace) {
    return queue.missing(window, after, from, lastArrival, pace, batch(pace));
  }

  private static int batch(int pace) {
    return Math.min(MOST, pace * SECONDS);
  }
}
