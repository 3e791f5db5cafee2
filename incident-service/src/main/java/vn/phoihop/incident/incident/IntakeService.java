package vn.phoihop.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.incident.report.Change;
import vn.phoihop.incident.report.IncidentReport;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.incident.report.ReportCheck;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** What an enterprise says: the first report, and its amendments. */
@ApplicationScoped
class IntakeService {

  private final IncidentRepository incidents;
  private final IncidentReadRepository versions;
  private final ReceiptNumbers receipts;
  private final ReferenceService reference;
  private final Outbox outbox;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;
  private final Event<IncidentWidened> widened;

  IntakeService(
      IncidentRepository incidents,
      IncidentReadRepository versions,
      ReceiptNumbers receipts,
      ReferenceService reference,
      Outbox outbox,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids,
      Event<IncidentWidened> widened) {
    this.incidents = incidents;
    this.versions = versions;
    this.receipts = receipts;
    this.reference = reference;
    this.outbox = outbox;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
    this.widened = widened;
  }

  @Transactional
  IncidentView report(IncidentReport report) {
    Caller caller = LiaisonScope.check(callers.get());
    if (report.reason() != null) {
      throw ProblemException.invalid("/reason", "UNKNOWN_FIELD");
    }
    ReferenceLists lists = lists();
    Instant now = clock.now();
    List<Indicator> indicators = ReportCheck.indicators(report, lists, now);
    Incident incident =
        new Incident(
            ids.next(),
            caller.enterpriseId(),
            receipts.next(now),
            Headline.of(report),
            route(report, lists),
            now);
    incidents.add(incident);
    incidents.addVersion(incident, report, List.of(), indicators, now);
    incidents.addReaders(incident, now);
    incidents.addHistory(incident, "report", caller, null, now);
    outbox.append(incident.received());
    return IncidentView.of(incident, report, indicators);
  }

  @Transactional
  IncidentView amend(UUID id, @Nullable IfMatch ifMatch, IncidentReport report) {
    Caller caller = LiaisonScope.check(callers.get());
    if (report.reason() == null || report.reason().isBlank()) {
      throw ProblemException.invalid("/reason", "REQUIRED");
    }
    ReferenceLists lists = lists();
    Instant now = clock.now();
    List<Indicator> indicators = ReportCheck.indicators(report, lists, now);
    Incident incident = incidents.lock(id);
    IfMatch.check(ifMatch, incident.sequence());
    IncidentReport former =
        versions.version(id, incident.version()).orElseThrow(ProblemException::notFound).report();
    IncidentEvent amended = incident.amend(Headline.of(report), route(report, lists), now);
    incidents.addVersion(incident, report, Change.between(former, report), indicators, now);
    incidents.addReaders(incident, now);
    widened.fire(new IncidentWidened(id, incident.distribution().audience(), now));
    incidents.addHistory(incident, "amend", caller, report.reason(), now);
    outbox.append(amended);
    return IncidentView.of(incident, report, indicators);
  }

  private ReferenceLists lists() {
    return reference.lists(
        ReferenceList.VIOLATION_TYPES, ReferenceList.ROUTING, ReferenceList.DETECTION_METHODS);
  }

  private List<String> route(IncidentReport report, ReferenceLists lists) {
    return lists.routing().agencies(report.violationTypes(), clock.today());
  }
}
