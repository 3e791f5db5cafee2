package vn.phoihop.notification.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Deliveries taken in a transaction; sent once it has committed.
 *
 * @param fresh whether they were born just now, and not taken from the queue
 * @param more subscriptions of which others are left in the queue
 * @param cut whether others are left because this instance has enough to do
 * @param untold whether there may be deliveries of their events that are still to be written
 */
record Claims(
    List<Claimed> deliveries, boolean fresh, Set<UUID> more, boolean cut, boolean untold) {

  /** Of these subscriptions alone. */
  Claims only(Predicate<UUID> which) {
    return new Claims(
        deliveries.stream().filter(each -> which.test(each.subscriptionId())).toList(),
        fresh,
        more.stream().filter(which).collect(Collectors.toUnmodifiableSet()),
        cut,
        untold);
  }

  boolean isEmpty() {
    return deliveries.isEmpty() && more.isEmpty();
  }
}
