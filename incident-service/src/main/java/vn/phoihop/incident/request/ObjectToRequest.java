package vn.phoihop.incident.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ObjectToRequest(
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(description = "a code of ANSWER_REASONS", examples = "OVERBROAD")
        String reasonCode,
    @NotBlank @Size(max = 5000) String text) {}
