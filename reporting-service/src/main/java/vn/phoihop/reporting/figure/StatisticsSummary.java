package vn.phoihop.reporting.figure;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"enterpriseId", "figures", "totals"})
record StatisticsSummary(
    UUID enterpriseId,
    @Schema(description = "absent until liaison-service has told it")
        @Nullable String enterpriseName,
    @Schema(description = "by violation type; a type with nothing is absent") List<Figure> figures,
    Totals totals) {}
