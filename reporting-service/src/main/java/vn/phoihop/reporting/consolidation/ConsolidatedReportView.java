package vn.phoihop.reporting.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

@Schema(
    requiredProperties = {"id", "period", "number", "state", "sequence", "createdAt", "dispatches"})
record ConsolidatedReportView(
    UUID id,
    @Schema(examples = "2026-H1") String period,
    @Schema(description = "which one of the period, from 1", examples = "1") int number,
    ConsolidatedReportState state,
    @Schema(description = "counts every change; the number in the ETag") long sequence,
    Instant createdAt,
    @Nullable Instant frozenAt,
    @Schema(
            description =
                "SHA-256 of the frozen content: equal accepted versions, equal sections and the same who are missing give"
                    + " the same",
            examples = "5f2c0f7a0a5dd2a7b8a4b9d0b3a1c6e2f0d94b0c7d4f6c1f0a6c3b2e1d0f9a8b")
        @Nullable String snapshot,
    @Schema(description = "how many enterprises' accepted reports it sums up")
        @Nullable Integer included,
    @Schema(description = "who owes a report and has none accepted, by enterprise id")
        @Nullable List<MissingEnterprise> missing,
    @Schema(description = "sums, by violation type; one with nothing is absent")
        @Nullable List<Figure> figures,
    @Nullable Totals totals,
    @Schema(description = "the Department's own words") @Nullable List<SectionText> sections,
    @Nullable SignConsolidatedReport signature,
    @Schema(description = "to whom it was sent, and who has acknowledged it")
        List<DispatchView> dispatches) {

  /** Content, words and signature are there for those who may read them. */
  static ConsolidatedReportView of(
      ConsolidatedReport report,
      @Nullable FrozenContent content,
      @Nullable List<SectionText> sections,
      @Nullable SignConsolidatedReport signature) {
    return new ConsolidatedReportView(
        report.id(),
        report.period(),
        report.number(),
        report.state(),
        report.sequence(),
        report.createdAt(),
        report.frozenAt(),
        report.snapshot(),
        report.included(),
        content == null ? null : content.missing(),
        content == null ? null : content.figures(),
        content == null ? null : content.totals(),
        sections,
        signature,
        report.dispatches().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                sent ->
                    new DispatchView(
                        sent.getKey(), sent.getValue().sentAt(), sent.getValue().acknowledgedAt()))
            .toList());
  }
}
