package vn.phoihop.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A batch of deliveries put into the queue once more, or after all.
 *
 * @param seen rows looked at
 * @param queued those of them that are to be sent
 * @param last the place of the last one looked at; null where there was none
 * @param end whether there is nothing behind it
 */
public record Requeued<T>(int seen, int queued, @Nullable T last, boolean end) {}
