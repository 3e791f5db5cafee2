package vn.phoihop.incident.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when what must be done with an issued request.
 *
 * @param clock null: the Department has no rule in force for its priority
 * @param paper of an emergency without paper: until when it must follow
 */
record Terms(
    @Nullable RequestClock clock, @Nullable Instant acknowledgeBy, @Nullable Paper paper) {}
