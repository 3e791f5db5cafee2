package vn.phoihop.reporting.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.reporting.figure.Count;

/** A number that the enterprise knows better than the records do. */
@Schema(requiredProperties = {"figure", "value"})
record Correction(
    @Size(min = 1, max = 64)
        @Schema(
            description = "a code of VIOLATION_TYPES; absent: of the totals",
            examples = "TEL_BYPASS_SIMBOX")
        @Nullable String violationType,
    @NotNull @Schema(description = "the member of `figures[]` or `totals`", examples = "detected")
        Count figure,
    @NotNull
        @Min(0)
        @Max(1_000_000_000_000_000L)
        @Schema(description = "instead of the recorded one")
        Long value,
    @Size(max = 2000)
        @Schema(
            description = "why; needed before it is submitted",
            examples = "Hai vụ phát hiện qua kiểm tra nội bộ, chưa báo cáo")
        @Nullable String reason) {}
