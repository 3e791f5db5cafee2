package vn.phoihop.reporting.figure;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"period", "asOf", "items"})
record StatisticsView(
    @Schema(examples = "2026-H2") String period,
    @Schema(description = "the moment of reading; facts arrive within seconds") Instant asOf,
    @Schema(description = "by enterprise id; one with nothing at all is absent")
        List<StatisticsSummary> items,
    @Schema(description = "the cursor of the following page; absent on the last one")
        @Nullable String next) {}
