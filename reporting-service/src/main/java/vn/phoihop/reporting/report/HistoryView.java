package vn.phoihop.reporting.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ReportHistoryView",
    requiredProperties = {"sequence", "at", "party", "verb", "state", "version"})
record HistoryView(
    long sequence,
    Instant at,
    @Schema(description = "who acted: DEPARTMENT or the enterprise's id") String party,
    @Schema(description = "what was done", examples = "submit") String verb,
    @Schema(description = "the state after it") ReportState state,
    int version,
    @Schema(description = "why, where it was said") @Nullable String reason) {}
