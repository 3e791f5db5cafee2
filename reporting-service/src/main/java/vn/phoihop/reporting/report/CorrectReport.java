package vn.phoihop.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CorrectReport(
    @NotBlank
        @Size(max = 2000)
        @Schema(description = "why; for the history", examples = "Sai số liệu thiệt hại")
        String reason) {}
