package vn.phoihop.incident.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.IncidentReport;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.incident.report.Severity;
import vn.phoihop.incident.report.SeverityRule;

@Schema(
    requiredProperties = {
      "id",
      "receiptNumber",
      "enterpriseId",
      "state",
      "version",
      "sequence",
      "receivedAt",
      "severity",
      "severityRule",
      "agencies",
      "reasons",
      "withdrawalAllowed",
      "indicators",
      "report"
    })
record IncidentView(
    UUID id,
    @Schema(examples = "TB-2026-000123") String receiptNumber,
    UUID enterpriseId,
    IncidentState state,
    @Schema(description = "of the content; an amendment makes the next one") int version,
    @Schema(description = "counts every change; the number in the ETag") long sequence,
    Instant receivedAt,
    Severity severity,
    @Schema(description = "the rule by which severity follows from the answers")
        SeverityRule severityRule,
    @Schema(description = "the agencies it was routed or referred to; the Department always has it")
        List<String> agencies,
    @Schema(description = "the agency that leads, once referred") @Nullable String lead,
    @Schema(description = "codes: why it was returned or dismissed") List<String> reasons,
    @Schema(description = "last day for amending a returned report") @Nullable LocalDate due,
    @Schema(
            description =
                "the Department lets the enterprise withdraw it although it is in coordination")
        boolean withdrawalAllowed,
    @Nullable Resolution resolution,
    @Schema(description = "of the last version, normalised") List<Indicator> indicators,
    @Schema(description = "the last version as it was sent: change it and post it to amend")
        IncidentReport report) {

  static IncidentView of(Incident incident, IncidentReport report, List<Indicator> indicators) {
    return new IncidentView(
        incident.id(),
        incident.receiptNumber(),
        incident.enterpriseId(),
        incident.state(),
        incident.version(),
        incident.sequence(),
        incident.receivedAt(),
        incident.headline().severity(),
        incident.headline().severityRule(),
        incident.distribution().agencies(),
        incident.distribution().lead(),
        incident.reasons(),
        incident.due(),
        incident.withdrawalAllowed(),
        incident.resolution(),
        indicators,
        report);
  }
}
