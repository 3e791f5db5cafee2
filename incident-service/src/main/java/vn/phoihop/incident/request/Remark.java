package vn.phoihop.incident.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was said with a move: of each kind what the move takes. */
record Remark(
    @Schema(description = "question, answer to it, reason or note") @Nullable String text,
    @Schema(description = "a code of ANSWER_REASONS: of an objection") @Nullable String reasonCode,
    @Schema(description = "codes of RETURN_REASONS: of a return") @Nullable List<String> reasons,
    @Schema(description = "numbers of the items that were returned") @Nullable List<Integer> items,
    @Schema(description = "the longer time that was asked for") @Nullable Instant until,
    @Schema(description = "the request that takes its place") @Nullable UUID by,
    @Schema(description = "the paper of an emergency that followed")
        @Nullable PaperDocument document) {

  static Remark text(@Nullable String text) {
    return new Remark(text, null, null, null, null, null, null);
  }

  static Remark returned(
      List<String> reasons, @Nullable List<Integer> items, @Nullable String note) {
    return new Remark(note, null, reasons, items, null, null, null);
  }

  static Remark extension(Instant until, String reason) {
    return new Remark(reason, null, null, null, until, null, null);
  }

  static Remark objection(String reasonCode, String text) {
    return new Remark(text, reasonCode, null, null, null, null, null);
  }

  static Remark superseded(UUID by) {
    return new Remark(null, null, null, null, null, by, null);
  }

  static Remark support(PaperDocument document) {
    return new Remark(null, null, null, null, null, null, document);
  }
}
