package vn.phoihop.notification.delivery;

import java.util.List;

/**
 * Deliveries taken in a transaction; sent once it has committed.
 *
 * @param more whether others are left that could not be taken now
 */
record Claims(List<Claimed> deliveries, boolean more) {}
