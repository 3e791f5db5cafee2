package vn.phoihop.incident.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record DismissIncident(
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(description = "a code of DISMISS_REASONS", examples = "FALSE_POSITIVE")
        String reason,
    @Size(min = 1, max = 2000) @Schema(description = "for the history") @Nullable String note) {}
