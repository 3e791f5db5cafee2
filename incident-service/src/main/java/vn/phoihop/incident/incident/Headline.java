package vn.phoihop.incident.incident;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.IncidentReport;
import vn.phoihop.incident.report.Severity;
import vn.phoihop.incident.report.SeverityRule;
import vn.phoihop.incident.report.Stage;
import vn.phoihop.incident.report.Tlp;

/** Of the last version, what lists show and facts carry. */
@Embeddable
record Headline(
    @Enumerated(EnumType.STRING) Stage stage,
    @Enumerated(EnumType.STRING) Severity severity,
    @Enumerated(EnumType.STRING) SeverityRule severityRule,
    @Enumerated(EnumType.STRING) Tlp tlp,
    List<String> violationTypes,
    @Nullable String adminUnit,
    Instant detectedAt,
    int indicatorCount,
    @Nullable Long estimatedDamageVnd) {

  static Headline of(IncidentReport report) {
    SeverityRule rule = SeverityRule.of(report);
    return new Headline(
        report.stage(),
        rule.severity(),
        rule,
        report.tlp(),
        report.violationTypes(),
        report.place() == null ? null : report.place().adminUnit(),
        report.detectedAt(),
        report.indicators().size(),
        report.estimatedDamageVnd());
  }
}
