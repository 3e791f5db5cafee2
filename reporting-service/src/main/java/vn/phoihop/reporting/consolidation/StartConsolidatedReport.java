package vn.phoihop.reporting.consolidation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record StartConsolidatedReport(
    @NotNull
        @Size(min = 7, max = 7)
        @Schema(description = "a calendar half that has begun", examples = "2026-H1")
        String period) {}
