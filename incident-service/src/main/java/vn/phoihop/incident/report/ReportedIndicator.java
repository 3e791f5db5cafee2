package vn.phoihop.incident.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.phoihop.incident.indicator.IndicatorType;

public record ReportedIndicator(
    @NotNull @Schema(examples = "MSISDN") IndicatorType type,
    @NotBlank
        @Size(max = 1000)
        @Schema(description = "as written by whoever found it", examples = "0912 345 678")
        String value) {}
