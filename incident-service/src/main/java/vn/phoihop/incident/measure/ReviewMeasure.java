package vn.phoihop.incident.measure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record ReviewMeasure(
    @NotNull @Schema(description = "when it is looked at next; in the future") Instant reviewAt,
    @Size(min = 1, max = 2000) @Nullable String note) {}
