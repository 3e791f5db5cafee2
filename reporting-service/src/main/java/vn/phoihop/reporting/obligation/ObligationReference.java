package vn.phoihop.reporting.obligation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a report must know of its obligation. */
public record ObligationReference(
    UUID id,
    UUID enterpriseId,
    String period,
    @Nullable UUID campaignId,
    Instant dueAt,
    boolean late) {

  static ObligationReference of(Obligation obligation) {
    return new ObligationReference(
        obligation.id(),
        obligation.enterpriseId(),
        obligation.period(),
        obligation.campaignId(),
        obligation.due().dueAt(),
        obligation.isLate());
  }
}
