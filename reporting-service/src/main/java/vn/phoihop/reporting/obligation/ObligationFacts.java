package vn.phoihop.reporting.obligation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventFacts;

/** What every fact of an obligation carries (docs/events/shared/obligation.v1.schema.json). */
record ObligationFacts(
    UUID id,
    UUID enterpriseId,
    ObligationKind kind,
    String period,
    @Nullable UUID campaignId,
    Instant dueAt,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements EventFacts {

  static ObligationFacts of(Obligation obligation, Instant at) {
    return new ObligationFacts(
        obligation.id(),
        obligation.enterpriseId(),
        obligation.kind(),
        obligation.period(),
        obligation.campaignId(),
        obligation.due().dueAt(),
        obligation.state().name(),
        obligation.sequence(),
        obligation.sequence(),
        "AMBER",
        at,
        obligation.audience());
  }
}
