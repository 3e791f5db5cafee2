package vn.phoihop.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.Totals;

@Schema(
    name = "ReportVersionView",
    requiredProperties = {
      "version",
      "submittedAt",
      "nil",
      "figures",
      "totals",
      "recorded",
      "sections",
      "corrections",
      "changes"
    })
record VersionView(
    int version,
    @Schema(description = "the figures are those of this moment") Instant submittedAt,
    boolean nil,
    List<Figure> figures,
    Totals totals,
    @Schema(description = "before the corrections") Recorded recorded,
    Map<String, String> sections,
    List<Correction> corrections,
    @Schema(description = "against the version before") List<Change> changes,
    @Schema(description = "absent: not judged yet") @Nullable ReviewView review) {

  static VersionView of(SubmittedVersion version, @Nullable ReviewView review) {
    return new VersionView(
        version.version(),
        version.submittedAt(),
        version.content().nil(),
        version.reported().figures(),
        version.reported().totals(),
        version.recorded(),
        version.content().sections(),
        version.content().corrections(),
        version.changes(),
        review);
  }
}
