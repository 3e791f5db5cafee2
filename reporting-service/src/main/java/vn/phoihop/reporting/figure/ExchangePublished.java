package vn.phoihop.reporting.figure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** incident-service's {@code exchange.published}: who sent, and to whom. */
record ExchangePublished(UUID id, UUID enterpriseId, Instant occurredAt, List<String> audience) {

  ExchangePublished {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(enterpriseId, "enterpriseId");
    Objects.requireNonNull(occurredAt, "occurredAt");
    audience = List.copyOf(audience);
  }
}
