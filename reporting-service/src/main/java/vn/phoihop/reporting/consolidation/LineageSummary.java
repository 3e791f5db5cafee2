package vn.phoihop.reporting.consolidation;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

/** One of the report versions that the figures are the sums of. */
@Schema(
    requiredProperties = {
      "enterpriseId",
      "enterpriseName",
      "reportId",
      "version",
      "nil",
      "figures",
      "totals"
    })
record LineageSummary(
    UUID enterpriseId,
    @Schema(description = "its name when it was frozen") String enterpriseName,
    UUID reportId,
    @Schema(description = "the accepted version that counts") int version,
    @Schema(description = "declared that there was nothing") boolean nil,
    @Schema(description = "its share: of the violation type asked for, else of all")
        List<Figure> figures,
    Totals totals) {}
