package vn.phoihop.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.problem.ProblemException;

/** Writes reports. Hibernate changes the row; what is only added goes with the ledger. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

  private final Ledger ledger;

  ReportRepository(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Locked until the transaction ends: two moves are made one after the other. */
  Report lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(ProblemException::notFound);
  }

  boolean existsFor(UUID obligationId) {
    return count("obligationId", obligationId) > 0;
  }

  /** As it is now: nothing that changes it afterwards is written. */
  void add(Report report, ReportContent draft) {
    ledger.enlist(
        """
        report_row AS (INSERT INTO report (id, written_by, audience, enterprise_id, obligation_id, period, campaign_id,
            state, version, sequence, submitted_version, submitted_at, late)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))""",
        report.id(),
        report.owner(),
        report.audience().toArray(String[]::new),
        report.enterpriseId(),
        report.obligationId(),
        report.period(),
        report.campaignId(),
        report.state().name(),
        report.version(),
        report.sequence(),
        report.submittedVersion(),
        report.submittedAt(),
        report.late());
    keepDraft(report, draft);
  }

  void keepDraft(Report report, ReportContent draft) {
    ledger.enlist(
        """
        draft_row AS (INSERT INTO report_draft (report_id, party, content) VALUES (?, ?, ?::jsonb)
          ON CONFLICT (report_id) DO UPDATE SET content = excluded.content)""",
        report.id(),
        report.owner(),
        EventJson.write(draft));
  }

  void addReader(Report report, String party, Instant at) {
    ledger.enlist(
        "reader_"
            + report.sequence()
            + " AS (INSERT INTO report_reader (aggregate_id, owner, party, at)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING)",
        report.id(),
        report.owner(),
        party,
        at);
  }

  void addVersion(Report report, SubmittedVersion version) {
    ledger.enlist(
        """
        version_row AS (INSERT INTO report_version (report_id, version, written_by, submitted_at, as_of, figures, totals,
            recorded_figures, recorded_totals, content, nil, changes)
          VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?::jsonb))""",
        report.id(),
        version.version(),
        report.owner(),
        version.submittedAt(),
        version.submittedAt(),
        EventJson.write(version.reported().figures()),
        EventJson.write(version.reported().totals()),
        EventJson.write(version.recorded().figures()),
        EventJson.write(version.recorded().totals()),
        EventJson.write(version.content()),
        version.content().nil(),
        EventJson.write(version.changes()));
  }

  void addReview(
      Report report,
      Caller reviewer,
      String verdict,
      List<String> reasons,
      @Nullable String note,
      Instant at) {
    ledger.enlist(
        """
        review_row AS (INSERT INTO report_review (report_id, version, written_by, person, at, verdict, reasons, note)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?))""",
        report.id(),
        report.version(),
        reviewer.party(),
        reviewer.person(),
        at,
        verdict,
        reasons.toArray(String[]::new),
        note);
  }

  void addHistory(Report report, String verb, Caller actor, @Nullable String reason, Instant at) {
    ledger.enlist(
        "report_history_"
            + report.sequence()
            + " AS (INSERT INTO report_history"
            + " (report_id, sequence, written_by, person, at, verb, state, version, reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))",
        report.id(),
        report.sequence(),
        actor.party(),
        actor.person(),
        at,
        verb,
        report.state().name(),
        report.version(),
        reason);
  }
}
