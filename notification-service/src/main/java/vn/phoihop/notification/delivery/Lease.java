package vn.phoihop.notification.delivery;

import java.time.Duration;

/**
 * How long claimed deliveries belong to this instance.
 *
 * @param sendBefore {@link System#nanoTime()} after which an attempt might outlive the lease
 */
record Lease(Duration length, long sendBefore) {

  /** Between the database's reckoning of the lease and ours, and for the marks to be written. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** A lease that begins now; to be made before the statement that takes it. */
  static Lease begin(Duration length, Duration attempt) {
    return new Lease(length, System.nanoTime() + length.minus(attempt).minus(MARGIN).toNanos());
  }

  /** How many attempts of the longest kind fit into a lease, one after the other. */
  static int rounds(Duration length, Duration attempt) {
    return (int) Math.max(1, length.minus(MARGIN).dividedBy(attempt) - 1);
  }
}
