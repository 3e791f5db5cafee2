package vn.phoihop.reporting.consolidation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"sequence", "at", "party", "verb", "state"})
record ConsolidatedHistoryView(
    @Schema(description = "of the report after the move") long sequence,
    Instant at,
    @Schema(examples = "DEPARTMENT") String party,
    @Schema(examples = "freeze") String verb,
    ConsolidatedReportState state,
    @Nullable Recipient recipient) {}
