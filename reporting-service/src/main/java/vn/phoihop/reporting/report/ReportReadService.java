package vn.phoihop.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.reporting.figure.FigureService;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.ReportScope;
import vn.phoihop.reporting.figure.Totals;

/** What can be read of reports. */
@ApplicationScoped
class ReportReadService {

  private final ReportRepository reports;
  private final ReportReadRepository reading;
  private final FigureService figures;
  private final CurrentCaller callers;
  private final Cursors cursors;
  private final BusinessClock clock;

  ReportReadService(
      ReportRepository reports,
      ReportReadRepository reading,
      FigureService figures,
      CurrentCaller callers,
      Cursors cursors,
      BusinessClock clock) {
    this.reports = reports;
    this.reading = reading;
    this.figures = figures;
    this.callers = callers;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Transactional
  Page<ReportSummary> list(ReportFilter filter, PageRequest page) {
    Caller caller = ReportScope.check(callers.get());
    if (filter.period != null) {
      Period.begun("query:period", filter.period, clock.today());
    }
    Position after = cursors.decode(page, filter.scope());
    List<ReportSummary> rows = reading.list(caller.party(), filter, after, page.limit() + 1);
    return cursors.page(
        rows, page, filter.scope(), row -> new Position(row.visibleSince(), row.id()));
  }

  @Transactional
  ReportView get(UUID id) {
    return view(visible(id));
  }

  @Transactional
  Page<VersionSummary> versions(UUID id, PageRequest page) {
    visible(id);
    String scope = "reports/" + id + "/versions";
    List<VersionSummary> rows =
        reading.versions(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.version()));
  }

  @Transactional
  VersionView version(UUID id, int version) {
    visible(id);
    SubmittedVersion found = reading.version(id, version).orElseThrow(ProblemException::notFound);
    ReviewView review =
        reading.versions(id, version - 1L, 1).stream()
            .findFirst()
            .map(VersionSummary::review)
            .orElse(null);
    return VersionView.of(found, review);
  }

  @Transactional
  Page<HistoryView> history(UUID id, PageRequest page) {
    visible(id);
    String scope = "reports/" + id + "/history";
    List<HistoryView> rows =
        reading.history(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.sequence()));
  }

  Page<RuleView> rules(PageRequest page) {
    List<RuleView> rules = Arrays.stream(Rule.values()).map(RuleView::of).toList();
    return cursors.pageOf(rules, page, "report-rules", view -> view.rule().name());
  }

  private Report visible(UUID id) {
    ReportScope.check(callers.get());
    return reports.findByIdOptional(id).orElseThrow(ProblemException::notFound);
  }

  /** The enterprise is shown what it writes; the Department what was submitted. */
  ReportView view(Report report) {
    Integer submitted = report.submittedVersion();
    if (submitted == null || report.isBeingWritten() && callers.get().isEnterprise()) {
      return draft(report, reading.draft(report.id()));
    }
    return submitted(
        report, reading.version(report.id(), submitted).orElseThrow(ProblemException::notFound));
  }

  /** With the figures of now. */
  ReportView draft(Report report, ReportContent content) {
    Instant now = clock.now();
    Recorded recorded = figures.recorded(report.enterpriseId(), report.period());
    Recorded reported = Compilation.of(recorded, content.corrections());
    int shown = report.state() == ReportState.RETURNED ? report.version() + 1 : report.version();
    List<Finding> checks = checks(report, content, reported, now);
    return ReportView.of(report, shown, now, content, reported, recorded, checks, null);
  }

  ReportView submitted(Report report, SubmittedVersion version) {
    Instant now = clock.now();
    Recorded current = figures.recorded(report.enterpriseId(), report.period());
    return ReportView.of(
        report,
        version.version(),
        version.submittedAt(),
        version.content(),
        version.reported(),
        version.recorded(),
        checks(report, version.content(), version.reported(), version.submittedAt()),
        ReportView.Variance.of(Compilation.variance(current, version.reported()), now));
  }

  /** What the rules say of it, seen at that moment. */
  List<Finding> checks(Report report, ReportContent content, Recorded reported, Instant at) {
    Period period = Period.parse(report.period());
    Totals previous = previous(report, period);
    return CrossCheck.of(content, reported, previous, !at.isBefore(period.end()));
  }

  private @Nullable Totals previous(Report report, Period period) {
    return report.campaignId() != null
        ? null
        : reading.acceptedTotals(report.enterpriseId(), period.previous().toString()).orElse(null);
  }
}
