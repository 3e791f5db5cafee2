package vn.phoihop.reporting.consolidation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = {"code", "text"})
record SectionText(
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(description = "a code of REPORT_SECTIONS", examples = "PROPOSALS")
        String code,
    @NotNull
        @Size(min = 1, max = 20_000)
        @Schema(
            description = "plain text; each line is a paragraph of the document",
            examples = "Đề nghị tăng cường phối hợp kiểm tra các điểm chấp nhận bưu gửi.")
        String text) {}
