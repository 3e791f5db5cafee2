package vn.phoihop.incident.request;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"sequence", "at", "party", "verb", "state"})
record RequestHistoryView(
    long sequence,
    Instant at,
    @Schema(description = "who acted: an authority's code, an enterprise's id, or SYSTEM")
        String party,
    @Schema(description = "what was done", examples = "clarify") String verb,
    @Schema(description = "the state after it") RequestState state,
    @Schema(description = "what was said with it") @Nullable Remark remark) {

  static RequestHistoryView of(RequestHistory line) {
    return new RequestHistoryView(
        line.sequence(), line.at(), line.party(), line.verb(), line.state(), line.remark());
  }
}
