package vn.phoihop.reporting.obligation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record Reason(
    @NotBlank
        @Size(max = 2000)
        @Schema(
            description = "why; the enterprise reads it",
            examples = "Doanh nghiệp tạm ngừng hoạt động từ 01/08/2026")
        String reason) {}
