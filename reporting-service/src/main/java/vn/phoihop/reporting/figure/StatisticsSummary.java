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
    Totals totals,
    @Schema(
            description =
                "of the requests answered, how many in time, in percent; absent where none was answered",
            examples = "75")
        @Nullable Integer onTimePercent) {

  static StatisticsSummary of(
      UUID enterpriseId, @Nullable String name, List<Figure> figures, Totals totals) {
    Integer onTime =
        totals.answered() == 0
            ? null
            : (int) Math.round(100.0 * totals.answeredOnTime() / totals.answered());
    return new StatisticsSummary(enterpriseId, name, figures, totals, onTime);
  }
}
