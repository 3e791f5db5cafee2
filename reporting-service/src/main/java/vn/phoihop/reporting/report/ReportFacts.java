package vn.phoihop.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventFacts;

/** What every fact of a report carries (docs/events/shared/report.v1.schema.json): no figure. */
record ReportFacts(
    UUID id,
    UUID enterpriseId,
    UUID obligationId,
    String period,
    @Nullable UUID campaignId,
    boolean nil,
    boolean late,
    @Nullable List<String> reasons,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements EventFacts {

  static ReportFacts of(Report report, boolean nil, Instant at) {
    return new ReportFacts(
        report.id(),
        report.enterpriseId(),
        report.obligationId(),
        report.period(),
        report.campaignId(),
        nil,
        report.late(),
        report.reasons().isEmpty() ? null : report.reasons(),
        report.state().name(),
        report.version(),
        report.sequence(),
        "AMBER",
        at,
        report.audience());
  }
}
