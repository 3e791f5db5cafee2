package vn.phoihop.reporting.report;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    requiredProperties = {
      "id",
      "obligationId",
      "enterpriseId",
      "period",
      "state",
      "version",
      "late",
      "visibleSince"
    })
record ReportSummary(
    UUID id,
    UUID obligationId,
    UUID enterpriseId,
    @Schema(description = "absent until liaison-service has told it")
        @Nullable String enterpriseName,
    @Schema(examples = "2026-H2") String period,
    @Nullable UUID campaignId,
    ReportState state,
    int version,
    @Schema(description = "the version that counts") @Nullable Integer acceptedVersion,
    @Schema(description = "first submitted after it was due") boolean late,
    @Nullable Instant submittedAt,
    @Nullable Instant acceptedAt,
    @Schema(description = "since when the caller reads it; the list goes by it, latest first")
        Instant visibleSince) {}
