package vn.phoihop.reporting.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record EditReport(
    @Size(max = 20)
        @Schema(
            description =
                "by code of REPORT_SECTIONS; one that is not named stays, null or blank text removes it",
            examples = "{\"SITUATION\": \"Trong kỳ phát hiện ba điểm SIM box.\"}")
        @Nullable
            Map<@NotNull @Size(min = 1, max = 64) String, @Nullable @Size(max = 20_000) String>
            sections,
    @Size(max = 200) @Valid @Schema(description = "all corrections; absent: they stay")
        @Nullable List<@NotNull @Valid Correction> corrections,
    @Schema(description = "nothing happened in the period, declared; absent: it stays")
        @Nullable Boolean nil) {}
