package vn.phoihop.incident.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.incident.IncidentReadService;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** What an authority asks, until it is issued. */
@ApplicationScoped
class DraftService {

  private static final String ACTIVE = "ACTIVE";

  private final RequestRepository requests;
  private final RequestDesk desk;
  private final RequestViews views;
  private final ReferenceService reference;
  private final IncidentReadService incidents;
  private final Audit audit;
  private final BusinessClock clock;
  private final Ids ids;

  DraftService(
      RequestRepository requests,
      RequestDesk desk,
      RequestViews views,
      ReferenceService reference,
      IncidentReadService incidents,
      Audit audit,
      BusinessClock clock,
      Ids ids) {
    this.requests = requests;
    this.desk = desk;
    this.views = views;
    this.reference = reference;
    this.incidents = incidents;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  @Transactional
  RequestView draft(AskInformation asked) {
    Caller caller = desk.caller();
    check(asked, caller);
    Instant now = clock.now();
    InformationRequest request =
        new InformationRequest(ids.next(), requests.nextNumber(now), caller.party(), asked, now);
    requests.persist(request);
    requests.addReader(request, caller.party(), now);
    return kept(request, asked, "draft", caller, now);
  }

  @Transactional
  RequestView revise(UUID id, @Nullable IfMatch ifMatch, AskInformation asked) {
    Caller caller = desk.caller();
    InformationRequest request = requests.lock(id);
    if (!request.isAskedBy(caller)) {
      throw ProblemException.forbidden();
    }
    IfMatch.require(ifMatch, request.sequence());
    check(asked, caller);
    request.revise(asked);
    return kept(request, asked, "revise", caller, clock.now());
  }

  private RequestView kept(
      InformationRequest request, AskInformation asked, String verb, Caller caller, Instant now) {
    requests.add(new RequestContent(ids.next(), request, asked, caller, now));
    requests.add(new RequestHistory(ids.next(), request, verb, null, caller, now));
    audit.record("request." + verb, "request", request.id(), request.sequence());
    return views.of(request, caller);
  }

  private void check(AskInformation asked, Caller caller) {
    AskCheck.check(
        asked,
        caller.party(),
        reference.lists(ReferenceList.REQUEST_PURPOSES, ReferenceList.DATA_CATEGORIES),
        clock.today());
    String state =
        requests
            .enterpriseState(asked.enterpriseId())
            .orElseThrow(() -> ProblemException.invalid("/enterpriseId", "UNKNOWN_ENTERPRISE"));
    if (!state.equals(ACTIVE)) {
      throw ProblemException.of(RequestProblem.ENTERPRISE_NOT_ACTIVE, state);
    }
    if (asked.incidentId() != null && !incidents.isVisible(asked.incidentId())) {
      throw ProblemException.invalid("/incidentId", "UNKNOWN_INCIDENT");
    }
  }
}
