package vn.phoihop.reporting.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

record ReturnReport(
    @NotNull
        @Size(min = 1, max = 10)
        @UniqueElements
        @Schema(
            description = "codes of RETURN_REASONS for reports",
            examples = "[\"FIGURES_INCONSISTENT\"]")
        List<@NotNull @Size(min = 1, max = 64) String> reasons,
    @Size(min = 1, max = 2000) @Schema(description = "for the enterprise") @Nullable String note) {}
