package vn.phoihop.incident.exchange;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventFacts;
import vn.phoihop.platform.outbox.FamilyEvent;

/** What happened to an exchange, told to those who may know. */
sealed interface ExchangeEvent extends FamilyEvent {

  @Override
  Facts facts();

  @Override
  default String family() {
    return "exchange";
  }

  /** It came to its recipients, or a corrected version did. */
  record Published(@JsonUnwrapped Facts facts) implements ExchangeEvent {}

  /** It is not to be used any more. */
  record Recalled(@JsonUnwrapped Facts facts) implements ExchangeEvent {}

  /** What both carry (docs/events/shared/exchange.v1.schema.json): no title, no indicator. */
  record Facts(
      UUID id,
      @Nullable UUID enterpriseId,
      int recipients,
      @Nullable List<String> sectors,
      int indicatorCount,
      @Nullable Instant expiresAt,
      String state,
      long version,
      long sequence,
      String tlp,
      Instant occurredAt,
      List<String> audience)
      implements EventFacts {

    static Facts of(Exchange exchange, Instant at) {
      return new Facts(
          exchange.id(),
          exchange.enterpriseId(),
          exchange.recipientCount(),
          exchange.sectors().isEmpty() ? null : exchange.sectors(),
          exchange.indicatorCount(),
          exchange.expiresAt(),
          exchange.state().name(),
          exchange.version(),
          exchange.sequence(),
          exchange.tlp().name(),
          at,
          exchange.audience());
    }
  }
}
