package vn.phoihop.incident.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Severity;
import vn.phoihop.incident.report.Stage;
import vn.phoihop.platform.outbox.EventFacts;

/**
 * What every fact of an incident carries (docs/events/shared/incident.v1.schema.json): no words, no
 * indicator.
 */
record IncidentFacts(
    UUID id,
    UUID enterpriseId,
    String receiptNumber,
    List<String> violationTypes,
    @Nullable String adminUnit,
    Stage stage,
    Severity severity,
    String source,
    Instant detectedAt,
    Instant receivedAt,
    int indicatorCount,
    @Nullable Long estimatedDamageVnd,
    List<String> agencies,
    @Nullable String lead,
    @Nullable String outcome,
    @Nullable Long vnd,
    @Nullable List<String> reasons,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements EventFacts {

  private static final String ENTERPRISE = "ENTERPRISE";

  static IncidentFacts of(Incident incident, Instant at) {
    Headline headline = incident.headline();
    Distribution distribution = incident.distribution();
    Resolution resolution = incident.resolution();
    return new IncidentFacts(
        incident.id(),
        incident.enterpriseId(),
        incident.receiptNumber(),
        headline.violationTypes(),
        headline.adminUnit(),
        headline.stage(),
        headline.severity(),
        ENTERPRISE,
        headline.detectedAt(),
        incident.receivedAt(),
        headline.indicatorCount(),
        headline.estimatedDamageVnd(),
        distribution.agencies(),
        distribution.lead(),
        resolution == null ? null : resolution.outcome(),
        resolution == null ? null : resolution.vnd(),
        incident.reasons().isEmpty() ? null : incident.reasons(),
        incident.state().name(),
        incident.version(),
        incident.sequence(),
        headline.tlp().name(),
        at,
        distribution.audience());
  }
}
