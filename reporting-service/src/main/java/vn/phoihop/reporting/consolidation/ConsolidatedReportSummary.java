package vn.phoihop.reporting.consolidation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"id", "period", "number", "state", "createdAt"})
record ConsolidatedReportSummary(
    UUID id,
    @Schema(examples = "2026-H1") String period,
    int number,
    ConsolidatedReportState state,
    Instant createdAt,
    @Nullable Instant frozenAt,
    @Nullable String snapshot,
    @Schema(description = "enterprises in it") @Nullable Integer included,
    @Schema(description = "enterprises missing") @Nullable Integer missing) {}
