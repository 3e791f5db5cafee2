package vn.phoihop.incident.exchange;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Tlp;

@Schema(
    requiredProperties = {
      "id",
      "owner",
      "state",
      "version",
      "tlp",
      "indicatorCount",
      "visibleSince"
    })
record ExchangeSummary(
    UUID id,
    String owner,
    @Nullable String ownerName,
    ExchangeState state,
    int version,
    Tlp tlp,
    @Schema(description = "absent where the content is withheld") @Nullable String title,
    int indicatorCount,
    @Nullable Instant publishedAt,
    @Nullable Instant expiresAt,
    @Schema(description = "of a recipient: its own receipt") @Nullable ReceiptState receipt,
    @Schema(description = "since when the caller reads it; the list goes by it, latest first")
        Instant visibleSince) {}
