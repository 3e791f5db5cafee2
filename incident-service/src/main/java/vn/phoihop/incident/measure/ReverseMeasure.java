package vn.phoihop.incident.measure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ReverseMeasure(
    @NotBlank
        @Size(max = 2000)
        @Schema(description = "why it was wrong", examples = "Thuê bao của tổng đài doanh nghiệp")
        String note) {}
