package vn.phoihop.incident.exchange;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.exchange.AcknowledgeExchange.Action;

/** Nothing of what the exchange says: it may be recalled while this answer is repeated. */
@Schema(requiredProperties = {"id", "party", "version", "state", "deliveredAt"})
record ReceiptView(
    UUID id,
    @Schema(description = "the recipient: an enterprise's id or an authority's code") String party,
    @Nullable String partyName,
    @Schema(description = "of the exchange's content") int version,
    ReceiptState state,
    Instant deliveredAt,
    @Nullable Instant readAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Action action,
    @Nullable String note,
    @Nullable Instant recallConfirmedAt) {

  static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.id(),
        receipt.party(),
        null,
        receipt.version(),
        receipt.state(),
        receipt.deliveredAt(),
        receipt.readAt(),
        receipt.acknowledgedAt(),
        receipt.action(),
        receipt.note(),
        receipt.recallConfirmedAt());
  }
}
