package vn.phoihop.incident.measure;

import jakarta.validation.Valid;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record EndMeasure(
    @Schema(description = "now where not said; not before it started, not in the future")
        @Nullable Instant endedAt,
    @Valid @Nullable Effect effect) {

  static final EndMeasure NOW = new EndMeasure(null, null);
}
