package vn.phoihop.incident.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Change;
import vn.phoihop.incident.report.IncidentReport;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.problem.ProblemException;

/**
 * Writes incidents. Hibernate changes the row; all that is only added goes with the ledger in one
 * statement, so that a whole intake is one round trip.
 */
@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<Incident, UUID> {

  private final Ledger ledger;

  IncidentRepository(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The incident, locked until the transaction ends: two moves of one incident are made one after
   * the other.
   */
  Incident lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(ProblemException::notFound);
  }

  void add(Incident incident) {
    Headline headline = incident.headline();
    ledger.enlist(
        """
        incident_row AS (INSERT INTO incident (id, written_by, enterprise_id, receipt_number, received_at, state,
            version, sequence, stage, severity, severity_rule, tlp, violation_types, admin_unit, detected_at,
            indicator_count, estimated_damage_vnd, audience, agencies)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))""",
        incident.id(),
        incident.owner(),
        incident.enterpriseId(),
        incident.receiptNumber(),
        incident.receivedAt(),
        incident.state().name(),
        incident.version(),
        incident.sequence(),
        headline.stage().name(),
        headline.severity().name(),
        headline.severityRule().name(),
        headline.tlp().name(),
        headline.violationTypes().toArray(String[]::new),
        headline.adminUnit(),
        headline.detectedAt(),
        headline.indicatorCount(),
        headline.estimatedDamageVnd(),
        incident.distribution().audience().toArray(String[]::new),
        incident.distribution().agencies().toArray(String[]::new));
  }

  void addVersion(
      Incident incident,
      IncidentReport report,
      List<Change> changes,
      List<Indicator> indicators,
      Instant at) {
    ledger.enlist(
        """
        version_row AS (INSERT INTO incident_version (incident_id, version, written_by, at, content, changes)
          VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb))""",
        incident.id(),
        incident.version(),
        incident.owner(),
        at,
        EventJson.write(report),
        EventJson.write(changes));
    ledger.enlist(
        """
        indicator_rows AS (INSERT INTO incident_indicator
            (incident_id, version, written_by, n, type, value, normalised, flags)
          SELECT ?::uuid, ?::int, ?, n, type, value, normalised, string_to_array(flags, ' ')
          FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
            AS t (type, value, normalised, flags, n))""",
        incident.id(),
        incident.version(),
        incident.owner(),
        column(indicators, indicator -> indicator.type().name()),
        column(indicators, Indicator::value),
        column(indicators, Indicator::normalised),
        column(
            indicators,
            indicator -> String.join(" ", indicator.flags().stream().map(Enum::name).toList())));
  }

  /** Reader rows for the whole audience; who has one keeps it. */
  void addReaders(Incident incident, Instant at) {
    ledger.enlist(
        """
        reader_rows AS (INSERT INTO incident_reader (aggregate_id, owner, party, at)
          SELECT ?::uuid, ?, party, ?::timestamptz FROM unnest(?::text[]) AS t (party) ON CONFLICT DO NOTHING)""",
        incident.id(),
        incident.owner(),
        at,
        incident.distribution().audience().toArray(String[]::new));
  }

  void addHistory(
      Incident incident, String verb, Caller actor, @Nullable String reason, Instant at) {
    ledger.enlist(
        """
        history_row AS (INSERT INTO incident_history
            (incident_id, sequence, written_by, person, at, verb, state, version, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))""",
        incident.id(),
        incident.sequence(),
        actor.party(),
        actor.person(),
        at,
        verb,
        incident.state().name(),
        incident.version(),
        reason);
  }

  /** The number that begins a block of {@link ReceiptNumbers#BLOCK}. */
  long nextReceiptBlock(int year) {
    return ((Number)
            getEntityManager()
                .createNativeQuery("SELECT nextval('receipt_" + year + "')")
                .getSingleResult())
        .longValue();
  }

  private static String[] column(List<Indicator> indicators, Function<Indicator, String> value) {
    return indicators.stream().map(value).toArray(String[]::new);
  }
}
