package vn.phoihop.incident.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** What can be read of requests. */
@ApplicationScoped
class RequestReadService {

  private final RequestRepository requests;
  private final RequestReadRepository reading;
  private final RequestDesk desk;
  private final RequestViews views;
  private final RequestSettings settings;
  private final Audit audit;
  private final Cursors cursors;
  private final BusinessClock clock;

  RequestReadService(
      RequestRepository requests,
      RequestReadRepository reading,
      RequestDesk desk,
      RequestViews views,
      RequestSettings settings,
      Audit audit,
      Cursors cursors,
      BusinessClock clock) {
    this.requests = requests;
    this.reading = reading;
    this.desk = desk;
    this.views = views;
    this.settings = settings;
    this.audit = audit;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Transactional
  Page<RequestSummary> list(RequestFilter filter, PageRequest page) {
    Caller caller = desk.caller();
    Instant now = clock.now();
    List<RequestReadRepository.Row> rows =
        reading.list(
            caller.party(),
            caller.isDepartment() || caller.role().equals(Roles.AUDITOR),
            filter,
            cursors.decode(page, filter.scope()),
            page.limit() + 1,
            now);
    Page<RequestReadRepository.Row> shown =
        cursors.page(
            rows, page, filter.scope(), row -> new Position(row.visibleSince(), row.header().id()));
    if (caller.isEnterprise()) {
      deliver(shown.items(), now);
    }
    RequestLights lights = new RequestLights(now, settings);
    return new Page<>(
        shown.items().stream().map(row -> row.summary(lights)).toList(), shown.next());
  }

  private void deliver(List<RequestReadRepository.Row> rows, Instant now) {
    List<UUID> undelivered =
        rows.stream()
            .filter(RequestReadRepository.Row::undelivered)
            .map(row -> row.header().id())
            .toList();
    if (!undelivered.isEmpty()) {
      requests.delivered(undelivered, now);
    }
  }

  @Transactional
  RequestView get(UUID id) {
    Caller caller = desk.caller();
    InformationRequest request = visible(id, caller);
    if (caller.isEnterprise() && request.openedAt() == null) {
      requests.opened(request, clock.now());
    }
    if (request.isReadBy(caller)) {
      audit.record("request.read", "request", id, request.sequence());
    }
    return views.of(request, caller);
  }

  @Transactional
  Page<AnswerView> answers(UUID id, PageRequest page) {
    InformationRequest request = whole(id);
    String scope = "information-requests/" + id + "/answers";
    List<RequestAnswer> rows =
        reading.answers(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    audit.record("request.read", "request", id, request.sequence());
    return cursors.page(
        rows.stream().map(AnswerView::of).toList(), page, scope, row -> Position.of(row.version()));
  }

  @Transactional
  Page<RequestHistoryView> history(UUID id, PageRequest page) {
    whole(id);
    String scope = "information-requests/" + id + "/history";
    List<RequestHistory> rows =
        reading.history(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(
        rows.stream().map(RequestHistoryView::of).toList(),
        page,
        scope,
        row -> Position.of(row.sequence()));
  }

  /** 404 where the caller reads its header at most. */
  InformationRequest whole(UUID id) {
    Caller caller = desk.caller();
    InformationRequest request = visible(id, caller);
    if (!request.isReadBy(caller)) {
      throw ProblemException.notFound();
    }
    return request;
  }

  /** Others' drafts are not there, not even their headers. */
  private InformationRequest visible(UUID id, Caller caller) {
    return requests
        .findByIdOptional(id)
        .filter(request -> request.state() != RequestState.DRAFT || request.isAskedBy(caller))
        .orElseThrow(ProblemException::notFound);
  }
}
