package vn.phoihop.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;
import vn.phoihop.reporting.figure.FigureService;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.ReportScope;
import vn.phoihop.reporting.obligation.ObligationReference;
import vn.phoihop.reporting.obligation.OwedReportService;
import vn.phoihop.reporting.reference.ReferenceList;
import vn.phoihop.reporting.reference.ReferenceService;

/** What the enterprise does with its report. */
@ApplicationScoped
class ReportService {

  private final ReportRepository reports;
  private final ReportReadRepository reading;
  private final ReportReadService views;
  private final OwedReportService obligations;
  private final FigureService figures;
  private final ReferenceService reference;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  ReportService(
      ReportRepository reports,
      ReportReadRepository reading,
      ReportReadService views,
      OwedReportService obligations,
      FigureService figures,
      ReferenceService reference,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.reports = reports;
    this.reading = reading;
    this.views = views;
    this.obligations = obligations;
    this.figures = figures;
    this.reference = reference;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  @Transactional
  ReportView start(UUID obligationId) {
    Instant now = clock.now();
    Report report = begin(obligationId, now);
    reports.add(report, ReportContent.EMPTY);
    return views.draft(report, ReportContent.EMPTY);
  }

  /** A report that nothing happened, begun and submitted in one go. */
  @Transactional
  ReportView declareNil(UUID obligationId) {
    Instant now = clock.now();
    Report report = begin(obligationId, now);
    ReportContent nil = new ReportContent(ReportContent.EMPTY.sections(), List.of(), true);
    SubmittedVersion version = submit(report, nil, now);
    reports.add(report, nil);
    return views.submitted(report, version);
  }

  private Report begin(UUID obligationId, Instant now) {
    Caller caller = ReportScope.check(callers.get());
    ObligationReference obligation = obligations.start(obligationId);
    if (reports.existsFor(obligationId)) {
      throw ProblemException.duplicate("/obligationId");
    }
    Report report = new Report(ids.next(), obligation);
    reports.addReader(report, report.owner(), now);
    reports.addHistory(report, "start", caller, null, now);
    audit.record("report.started", "report", report.id(), report.sequence());
    return report;
  }

  @Transactional
  ReportView edit(UUID id, @Nullable IfMatch ifMatch, EditReport edit) {
    ReportScope.check(callers.get());
    Report report = reports.lock(id);
    IfMatch.require(ifMatch, report.sequence());
    report.edit();
    ReportRules.check(
        edit, reference.lists(ReferenceList.REPORT_SECTIONS, ReferenceList.VIOLATION_TYPES));
    ReportContent content = reading.draft(id).with(edit);
    reports.keepDraft(report, content);
    audit.record("report.edited", "report", id, report.sequence());
    return views.draft(report, content);
  }

  @Transactional
  ReportView submit(UUID id, @Nullable IfMatch ifMatch) {
    ReportScope.check(callers.get());
    Report report = reports.lock(id);
    IfMatch.check(ifMatch, report.sequence());
    report.requireSubmittable();
    return views.submitted(report, submit(report, reading.draft(id), clock.now()));
  }

  /** The figures are those of this moment, whatever the draft showed. */
  private SubmittedVersion submit(Report report, ReportContent content, Instant now) {
    Recorded recorded = figures.recorded(report.enterpriseId(), report.period());
    Recorded reported = Compilation.of(recorded, content.corrections());
    requireSound(views.checks(report, content, reported, now));
    List<Change> changes = changes(report, ReportedVersion.of(reported, content));
    report.submit(obligations.submit(report.obligationId(), now).late(), now);
    SubmittedVersion version =
        new SubmittedVersion(report.version(), now, reported, recorded, content, changes);
    reports.addVersion(report, version);
    // From its first submission on the Department reads it.
    reports.addReader(report, Caller.DEPARTMENT_PARTY, now);
    reports.addHistory(report, "submit", callers.get(), null, now);
    outbox.append(new ReportEvent.Submitted(ReportFacts.of(report, content.nil(), now)));
    return version;
  }

  private List<Change> changes(Report report, ReportedVersion next) {
    Integer former = report.submittedVersion();
    return former == null
        ? List.of()
        : reading
            .version(report.id(), former)
            .map(v -> Change.between(ReportedVersion.of(v.reported(), v.content()), next))
            .orElseThrow(ProblemException::notFound);
  }

  private static void requireSound(List<Finding> findings) {
    ProblemException refusal = ProblemException.of(ReportProblem.CHECKS_FAILED);
    findings.stream()
        .filter(finding -> finding.level() == Rule.Level.ERROR)
        .forEach(finding -> refusal.field(finding.pointer(), finding.rule().name()));
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }

  @Transactional
  ReportView correct(UUID id, @Nullable IfMatch ifMatch, CorrectReport why) {
    Caller caller = ReportScope.check(callers.get());
    Instant now = clock.now();
    Report report = reports.lock(id);
    IfMatch.check(ifMatch, report.sequence());
    report.correct();
    obligations.correct(report.obligationId(), now);
    reports.addHistory(report, "correct", caller, why.reason(), now);
    audit.record("report.correction_begun", "report", id, report.sequence());
    return views.draft(report, reading.draft(id));
  }
}
