package vn.phoihop.incident.incident;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"sequence", "at", "party", "verb", "state", "version"})
record HistoryView(
    long sequence,
    Instant at,
    @Schema(description = "who acted: an authority's code or an enterprise's id") String party,
    @Schema(description = "what was done", examples = "triage") String verb,
    @Schema(description = "the state after it") IncidentState state,
    int version,
    @Schema(description = "why, where it was said") @Nullable String reason) {}
