package vn.phoihop.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.reporting.obligation.OwedReportService;
import vn.phoihop.reporting.reference.ReferenceList;
import vn.phoihop.reporting.reference.ReferenceService;

/** What the Department does with a report. */
@ApplicationScoped
class ReviewService {

  private final ReportRepository reports;
  private final ReportReadRepository reading;
  private final ReportReadService views;
  private final OwedReportService obligations;
  private final ReferenceService reference;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;

  ReviewService(
      ReportRepository reports,
      ReportReadRepository reading,
      ReportReadService views,
      OwedReportService obligations,
      ReferenceService reference,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock) {
    this.reports = reports;
    this.reading = reading;
    this.views = views;
    this.obligations = obligations;
    this.reference = reference;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  @Transactional
  ReportView accept(UUID id, @Nullable IfMatch ifMatch) {
    Instant now = clock.now();
    Report report = lock(id, ifMatch);
    report.accept(now);
    obligations.accept(report.obligationId(), now);
    reports.addReview(report, callers.get(), "ACCEPTED", List.of(), null, now);
    reports.addHistory(report, "accept", callers.get(), null, now);
    SubmittedVersion version = version(report);
    outbox.append(new ReportEvent.Accepted(ReportFacts.of(report, version.content().nil(), now)));
    return views.submitted(report, version);
  }

  @Transactional
  ReportView giveBack(UUID id, @Nullable IfMatch ifMatch, ReturnReport request) {
    ReportRules.check(request, reference.lists(ReferenceList.RETURN_REASONS));
    Instant now = clock.now();
    Report report = lock(id, ifMatch);
    report.giveBack(request.reasons());
    obligations.giveBack(report.obligationId(), report.acceptedVersion() != null, now);
    reports.addReview(report, callers.get(), "RETURNED", request.reasons(), request.note(), now);
    reports.addHistory(report, "return", callers.get(), String.join(", ", request.reasons()), now);
    SubmittedVersion version = version(report);
    outbox.append(new ReportEvent.Returned(ReportFacts.of(report, version.content().nil(), now)));
    return views.submitted(report, version);
  }

  /** Tells nobody, so that no fact leaves: the enterprise has asked for it. */
  @Transactional
  ReportView allowCorrection(UUID id, @Nullable IfMatch ifMatch) {
    Report report = lock(id, ifMatch);
    report.allowCorrection();
    reports.addHistory(report, "allow-correction", callers.get(), null, clock.now());
    audit.record("report.correction_allowed", "report", id, report.sequence());
    return views.submitted(report, version(report));
  }

  private Report lock(UUID id, @Nullable IfMatch ifMatch) {
    Report report = reports.lock(id);
    IfMatch.check(ifMatch, report.sequence());
    return report;
  }

  private SubmittedVersion version(Report report) {
    return reading.version(report.id(), report.version()).orElseThrow(ProblemException::notFound);
  }
}
