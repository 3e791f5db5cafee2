package vn.phoihop.reporting.figure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * incident-service's {@code exchange.published}: who sent, and to whom.
 *
 * @param enterpriseId the sender; null where an authority warned
 */
record ExchangePublished(
    UUID id, @Nullable UUID enterpriseId, Instant occurredAt, List<String> audience) {

  ExchangePublished {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(occurredAt, "occurredAt");
    audience = List.copyOf(audience);
  }
}
