package vn.phoihop.notification.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Deliveries taken in a transaction; sent once it has committed.
 *
 * @param fresh whether they were born just now, and not taken from the queue
 * @param more subscriptions of which others are left in the queue
 * @param cut whether others are left because this instance has enough to do
 */
record Claims(List<Claimed> deliveries, boolean fresh, Set<UUID> more, boolean cut) {}
