package vn.phoihop.incident.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when what must be done with an issued request.
 *
 * @param clock null: the Department has no rule in force for its priority
 * @param supportBy of an emergency without paper: when it must have followed
 */
record Terms(
    @Nullable RequestClock clock, @Nullable Instant acknowledgeBy, @Nullable Instant supportBy) {}
