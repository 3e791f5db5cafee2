package vn.phoihop.reporting.figure;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * incident-service's {@code request.*}: what we keep of an information request.
 *
 * @param onTime with an answer: whether it came in time
 * @param statuses with an answer: how many items have which
 */
record RequestChanged(
    UUID id,
    UUID enterpriseId,
    String state,
    long sequence,
    Instant issuedAt,
    @Nullable Boolean onTime,
    @Nullable Statuses statuses) {

  RequestChanged {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(enterpriseId, "enterpriseId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(issuedAt, "issuedAt");
  }

  record Statuses(long full, long partial, long none) {}
}
