package vn.phoihop.incident.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ReopenIncident(
    @NotBlank @Size(max = 2000) @Schema(description = "the new facts; for the history")
        String reason) {}
