package vn.phoihop.incident.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record RatifyMeasure(
    @Valid @Schema(description = "the paper that now covers it, where there is one")
        @Nullable DecisionRef decisionRef,
    @Size(min = 1, max = 2000) @Nullable String note) {

  static final RatifyMeasure PLAIN = new RatifyMeasure(null, null);
}
