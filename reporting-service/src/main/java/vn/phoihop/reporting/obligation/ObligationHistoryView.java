package vn.phoihop.reporting.obligation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"sequence", "at", "party", "verb", "state"})
record ObligationHistoryView(
    long sequence,
    Instant at,
    @Schema(description = "who acted: an authority's code, an enterprise's id, or SYSTEM")
        String party,
    @Schema(description = "what was done", examples = "submit") String verb,
    @Schema(description = "the state after it") ObligationState state,
    @Nullable String reason) {}
