package vn.phoihop.reporting.consolidation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.reporting.document.DocumentContent.Names;
import vn.phoihop.reporting.report.AcceptedReport;

/** Writes consolidated reports. What is only added goes with the ledger, in one statement. */
@ApplicationScoped
class ConsolidatedReportRepository implements PanacheRepositoryBase<ConsolidatedReport, UUID> {

  private final Ledger ledger;

  ConsolidatedReportRepository(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The report, locked until the transaction ends. */
  ConsolidatedReport lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(ProblemException::notFound);
  }

  /** One at a time numbers, or signs, those of a period. */
  void lockPeriod(String period) {
    getEntityManager()
        .createNativeQuery(
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('consolidated_report ' || :period, 0))")
        .setParameter("period", period)
        .getSingleResult();
  }

  int nextNumber(String period) {
    return ((Number)
            getEntityManager()
                .createNativeQuery(
                    "SELECT coalesce(max(number), 0) + 1 FROM consolidated_report WHERE period = :period")
                .setParameter("period", period)
                .getSingleResult())
        .intValue();
  }

  /** The one of the period that is signed and not superseded, locked. */
  Optional<ConsolidatedReport> inForce(String period) {
    return find("period = ?1 and state in ?2", period, ConsolidatedReportState.IN_FORCE)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  void addSections(UUID id) {
    ledger.enlist(
        "section_row AS (INSERT INTO consolidated_sections (report_id, sections) VALUES (?, '[]'))",
        id);
  }

  void write(UUID id, List<SectionText> sections) {
    ledger.enlist(
        "section_row AS (UPDATE consolidated_sections SET sections = ?::jsonb WHERE report_id = ?)",
        EventJson.write(sections),
        id);
  }

  void addContent(UUID id, Consolidation content, Wording wording) {
    ledger.enlist(
        "content_row AS (INSERT INTO consolidated_content (report_id, content) VALUES (?, ?::jsonb))",
        id,
        EventJson.write(FrozenContent.of(content, wording)));
    List<AcceptedReport> included = content.included();
    ledger.enlist(
        """
        source_rows AS (INSERT INTO consolidated_source
            (report_id, enterprise_id, enterprise_name, source_id, version, nil, figures, totals)
          SELECT ?::uuid, enterprise_id, name, source_id, version::int, nil::boolean, figures::jsonb, totals::jsonb
          FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
            AS t (enterprise_id, name, source_id, version, nil, figures, totals))""",
        id,
        included.stream().map(AcceptedReport::enterpriseId).toArray(UUID[]::new),
        column(included, AcceptedReport::enterpriseName),
        included.stream().map(AcceptedReport::reportId).toArray(UUID[]::new),
        column(included, report -> Integer.toString(report.version())),
        column(included, report -> Boolean.toString(report.nil())),
        column(included, report -> EventJson.write(report.figures())),
        column(included, report -> EventJson.write(report.totals())));
  }

  void addSignature(UUID id, SignConsolidatedReport signature, Names names) {
    ledger.enlist(
        """
        signature_row AS (INSERT INTO consolidated_signature (report_id, signature, names)
          VALUES (?, ?::jsonb, ?::jsonb))""",
        id,
        EventJson.write(signature),
        EventJson.write(names));
  }

  void addHistory(
      ConsolidatedReport report,
      String verb,
      @Nullable Recipient recipient,
      Caller actor,
      Instant at) {
    ledger.enlist(
        """
        history_row_%s AS (INSERT INTO consolidated_history
            (report_id, sequence, written_by, person, at, verb, state, recipient)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?))"""
            .formatted(verb),
        report.id(),
        report.sequence(),
        actor.party(),
        actor.person(),
        at,
        verb,
        report.state().name(),
        recipient == null ? null : recipient.name());
  }

  private static String[] column(
      List<AcceptedReport> reports, Function<AcceptedReport, String> value) {
    return reports.stream().map(value).toArray(String[]::new);
  }
}
