package vn.phoihop.incident.exchange;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"sequence", "at", "party", "verb", "state", "version"})
record ExchangeHistoryView(
    long sequence,
    Instant at,
    @Schema(description = "who acted; SYSTEM: an embargo or a term had ended") String party,
    @Schema(description = "what was done", examples = "correct") String verb,
    @Schema(description = "the state after it") ExchangeState state,
    int version,
    @Nullable String reason) {}
