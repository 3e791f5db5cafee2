package vn.phoihop.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.Totals;

@Schema(
    requiredProperties = {
      "id",
      "obligationId",
      "enterpriseId",
      "period",
      "state",
      "version",
      "shownVersion",
      "sequence",
      "late",
      "reasons",
      "correctionAllowed",
      "asOf",
      "nil",
      "figures",
      "totals",
      "recorded",
      "sections",
      "corrections",
      "checks"
    })
record ReportView(
    UUID id,
    UUID obligationId,
    UUID enterpriseId,
    @Schema(examples = "2026-H2") String period,
    @Nullable UUID campaignId,
    ReportState state,
    @Schema(description = "the one last submitted, or the one being written after it") int version,
    @Schema(
            description =
                "whose content this is: while the enterprise writes, the Department is shown the one last submitted")
        int shownVersion,
    @Schema(description = "the version that counts") @Nullable Integer acceptedVersion,
    @Schema(description = "counts every change; the number in the ETag") long sequence,
    @Schema(description = "first submitted after it was due") boolean late,
    @Schema(description = "codes of RETURN_REASONS, while it is returned") List<String> reasons,
    @Schema(description = "the Department lets an accepted report be corrected")
        boolean correctionAllowed,
    @Nullable Instant submittedAt,
    @Nullable Instant acceptedAt,
    @Schema(
            description =
                "the moment of the figures: now, while it is written; its submission, once submitted")
        Instant asOf,
    @Schema(description = "declared: nothing happened") boolean nil,
    @Schema(description = "what it says: recorded numbers, corrected") List<Figure> figures,
    Totals totals,
    @Schema(description = "the records as of that moment, without corrections") Recorded recorded,
    @Schema(description = "text by code of REPORT_SECTIONS") Map<String, String> sections,
    List<Correction> corrections,
    @Schema(description = "what the cross-checks say of it") List<Finding> checks,
    @Schema(description = "of a submitted version: what the records say now, less what it says")
        @Nullable Variance variance) {

  @Schema(requiredProperties = {"asOf", "figures", "totals"})
  record Variance(
      Instant asOf,
      @Schema(description = "a type without a difference is absent") List<Figure> figures,
      Totals totals) {

    static Variance of(Recorded difference, Instant now) {
      return new Variance(now, difference.figures(), difference.totals());
    }
  }

  static ReportView of(
      Report report,
      int shown,
      Instant asOf,
      ReportContent content,
      Recorded reported,
      Recorded recorded,
      List<Finding> checks,
      @Nullable Variance variance) {
    return new ReportView(
        report.id(),
        report.obligationId(),
        report.enterpriseId(),
        report.period(),
        report.campaignId(),
        report.state(),
        report.version(),
        shown,
        report.acceptedVersion(),
        report.sequence(),
        report.late(),
        report.reasons(),
        report.correctionAllowed(),
        report.submittedAt(),
        report.acceptedAt(),
        asOf,
        content.nil(),
        reported.figures(),
        reported.totals(),
        recorded,
        content.sections(),
        content.corrections(),
        checks,
        variance);
  }
}
