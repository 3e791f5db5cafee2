package vn.phoihop.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a subscription are meant, by when they happened.
 *
 * @param until null: to this day; otherwise what happened before it
 */
public record Window(UUID subscriptionId, String party, Instant since, @Nullable Instant until) {}
