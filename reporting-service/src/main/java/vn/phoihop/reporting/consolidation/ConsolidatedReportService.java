package vn.phoihop.reporting.consolidation;

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
import vn.phoihop.platform.time.Ids;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.reference.ReferenceList;
import vn.phoihop.reporting.reference.ReferenceLists;
import vn.phoihop.reporting.reference.ReferenceService;
import vn.phoihop.reporting.report.AcceptedReport;
import vn.phoihop.reporting.report.AcceptedReports;
import vn.phoihop.reporting.report.OwedReport;

/** What becomes of a consolidated report: each use case is one move of the state machine. */
@ApplicationScoped
class ConsolidatedReportService {

  private static final String OBJECT = "consolidated_report";

  private final ConsolidatedReportRepository reports;
  private final ConsolidatedReportReadRepository reading;
  private final AcceptedReports accepted;
  private final ReferenceService reference;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  ConsolidatedReportService(
      ConsolidatedReportRepository reports,
      ConsolidatedReportReadRepository reading,
      AcceptedReports accepted,
      ReferenceService reference,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.reports = reports;
    this.reading = reading;
    this.accepted = accepted;
    this.reference = reference;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  @Transactional
  ConsolidatedReportView start(StartConsolidatedReport request) {
    String period = Period.begun("/period", request.period(), clock.today()).toString();
    reports.lockPeriod(period);
    Instant now = clock.now();
    ConsolidatedReport report =
        new ConsolidatedReport(ids.next(), period, reports.nextNumber(period), now);
    reports.persist(report);
    reports.addSections(report.id());
    moved(report, "start", "started", null, now);
    return ConsolidatedReportView.of(report, null, List.of(), null);
  }

  @Transactional
  ConsolidatedReportView write(UUID id, @Nullable IfMatch ifMatch, WriteSections request) {
    SectionRules.check(request.sections(), reference.lists(ReferenceList.REPORT_SECTIONS));
    ConsolidatedReport report = reports.lock(id);
    IfMatch.require(ifMatch, report.sequence());
    report.write();
    reports.write(id, request.sections());
    moved(report, "write", "written", null, clock.now());
    return ConsolidatedReportView.of(report, null, request.sections(), null);
  }

  /** What is missing never refuses it. */
  @Transactional
  ConsolidatedReportView freeze(UUID id, @Nullable IfMatch ifMatch) {
    ReferenceLists lists =
        reference.lists(
            ReferenceList.VIOLATION_TYPES,
            ReferenceList.REPORT_SECTIONS,
            ReferenceList.AUTHORITIES);
    ConsolidatedReport report = lock(id, ifMatch);
    List<SectionText> sections = reading.sections(id).orElseThrow(ProblemException::notFound);
    // In this order: a report that is accepted between the two queries is in, and not missing.
    List<OwedReport> owed = accepted.owed(report.period());
    List<AcceptedReport> counting = accepted.of(report.period());
    Consolidation content = Consolidation.of(report.period(), owed, counting, sections);
    Instant now = clock.now();
    outbox.append(report.freeze(content, now));
    Wording wording = Wording.of(lists, clock.today());
    reports.addContent(id, content, wording);
    reports.addHistory(report, "freeze", null, callers.get(), now);
    return ConsolidatedReportView.of(report, FrozenContent.of(content, wording), sections, null);
  }

  /** The former signed one of the period is superseded in the same transaction. */
  @Transactional
  ConsolidatedReportView sign(UUID id, @Nullable IfMatch ifMatch, SignConsolidatedReport request) {
    ReferenceLists lists = reference.lists(ReferenceList.AUTHORITIES);
    if (request.date().isAfter(clock.today())) {
      throw ProblemException.invalid("/date", "FUTURE_DATE");
    }
    ConsolidatedReport report = lock(id, ifMatch);
    reports.lockPeriod(report.period());
    Instant now = clock.now();
    reports.inForce(report.period()).ifPresent(former -> supersede(former, report, now));
    report.sign();
    reports.addSignature(id, request, Wording.names(lists, request.date()));
    moved(report, "sign", "signed", null, now);
    return view(report, request);
  }

  private void supersede(ConsolidatedReport former, ConsolidatedReport by, Instant now) {
    by.replace(former);
    // Before the other one is in force: PostgreSQL admits one at a time.
    reports.flush();
    moved(former, "supersede", "superseded", null, now);
  }

  @Transactional
  ConsolidatedReportView send(UUID id, @Nullable IfMatch ifMatch, ToRecipient to) {
    ConsolidatedReport report = lock(id, ifMatch);
    Instant now = clock.now();
    outbox.append(report.send(to.recipient(), now));
    reports.addHistory(report, "send", to.recipient(), callers.get(), now);
    return view(report, reading.signature(id).orElse(null));
  }

  /** The recipients have no account here: the Department records their word. */
  @Transactional
  ConsolidatedReportView acknowledge(UUID id, @Nullable IfMatch ifMatch, ToRecipient by) {
    ConsolidatedReport report = lock(id, ifMatch);
    Instant now = clock.now();
    report.acknowledge(by.recipient(), now);
    moved(report, "acknowledge", "acknowledged", by.recipient(), now);
    return view(report, reading.signature(id).orElse(null));
  }

  private ConsolidatedReport lock(UUID id, @Nullable IfMatch ifMatch) {
    ConsolidatedReport report = reports.lock(id);
    IfMatch.check(ifMatch, report.sequence());
    return report;
  }

  private void moved(
      ConsolidatedReport report,
      String verb,
      String past,
      @Nullable Recipient recipient,
      Instant at) {
    audit.record(OBJECT + "." + past, OBJECT, report.id(), report.sequence());
    reports.addHistory(report, verb, recipient, callers.get(), at);
  }

  private ConsolidatedReportView view(
      ConsolidatedReport report, @Nullable SignConsolidatedReport signature) {
    return ConsolidatedReportView.of(
        report,
        reading.content(report.id()).orElse(null),
        reading.sections(report.id()).orElse(null),
        signature);
  }
}
