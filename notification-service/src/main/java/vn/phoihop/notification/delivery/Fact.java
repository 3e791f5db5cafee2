package vn.phoihop.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of another service, as far as subscribers are told of it. */
record Fact(
    UUID id,
    @Nullable UUID enterpriseId,
    @Nullable String receiptNumber,
    @Nullable List<String> violationTypes,
    String state,
    @Nullable String stage,
    @Nullable String severity,
    @Nullable String adminUnit,
    long version,
    long sequence,
    @Nullable String tlp,
    Instant occurredAt,
    List<String> audience) {

  Fact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(occurredAt, "occurredAt");
    Objects.requireNonNull(audience, "audience");
  }
}
