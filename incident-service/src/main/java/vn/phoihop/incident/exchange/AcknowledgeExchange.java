package vn.phoihop.incident.exchange;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record AcknowledgeExchange(
    @NotNull @Schema(examples = "ACTION_TAKEN") Action action,
    @Size(min = 1, max = 2000) @Schema(description = "read by the owner") @Nullable String note) {

  /** What a recipient did about it. */
  enum Action {
    ACTION_TAKEN,
    NOTED,
    FALSE_POSITIVE
  }
}
