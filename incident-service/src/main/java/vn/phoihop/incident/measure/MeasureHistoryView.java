package vn.phoihop.incident.measure;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"sequence", "at", "party", "verb", "state"})
record MeasureHistoryView(
    long sequence,
    Instant at,
    @Schema(description = "who acted; SYSTEM: a planned measure whose time had come") String party,
    @Schema(description = "what was done", examples = "end") String verb,
    @Schema(description = "the state after it") MeasureState state,
    @Schema(description = "why, where it was said") @Nullable String reason) {}
