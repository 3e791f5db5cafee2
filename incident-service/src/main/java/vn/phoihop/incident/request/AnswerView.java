package vn.phoihop.incident.request;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"version", "at", "items", "completeness", "sha256"})
record AnswerView(
    int version,
    Instant at,
    @Schema(description = "every item answered so far") List<AnsweredItem> items,
    @Schema(description = "in percent: a full answer counts whole, a partial one half")
        int completeness,
    @Schema(description = "given before the due time; absent where there was none")
        @Nullable Boolean onTime,
    @Schema(
            description =
                "seals this version: SHA-256 of {requestId, version, at, items} in this order, as they"
                    + " stand here, without blanks, UTF-8",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256) {

  static AnswerView of(RequestAnswer answer) {
    return new AnswerView(
        answer.version(),
        answer.at(),
        answer.items(),
        answer.completeness(),
        answer.onTime(),
        answer.sha256());
  }
}
