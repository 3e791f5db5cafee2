package vn.phoihop.incident.exchange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RecallExchange(
    @NotBlank
        @Size(max = 1000)
        @Schema(description = "why; the recipients keep reading it", examples = "Nhầm số thuê bao")
        String reason) {}
