package vn.phoihop.incident.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.incident.LiaisonScope;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** What every move has in common: the lock, the side, the history, the stopped clock, the fact. */
@ApplicationScoped
class RequestDesk {

  static final String SCOPE = "INFORMATION_REQUEST";

  /** Whose move it is. */
  enum Side {
    ASKER,
    RECEIVER,
    UMPIRE;

    boolean is(Caller caller, InformationRequest request) {
      return switch (this) {
        case ASKER -> request.isAskedBy(caller);
        case RECEIVER -> request.isAskedOf(caller);
        case UMPIRE -> caller.isDepartment();
      };
    }
  }

  /** A move of the heart; returns the fact, or null where nobody else is told. */
  interface Step {
    @Nullable RequestEvent make(InformationRequest request, Instant at);
  }

  private final RequestRepository requests;
  private final RequestViews views;
  private final RequestSettings settings;
  private final ReferenceService reference;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  RequestDesk(
      RequestRepository requests,
      RequestViews views,
      RequestSettings settings,
      ReferenceService reference,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.requests = requests;
    this.views = views;
    this.settings = settings;
    this.reference = reference;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  Caller caller() {
    return LiaisonScope.check(callers.get(), SCOPE);
  }

  /** Locks, moves, and writes all that a move leaves behind. */
  RequestView move(
      UUID id,
      @Nullable IfMatch ifMatch,
      Side side,
      String verb,
      @Nullable Remark remark,
      Step step) {
    Caller caller = caller();
    return move(requests.lock(id), ifMatch, side, verb, remark, step, caller);
  }

  RequestView move(
      InformationRequest request,
      @Nullable IfMatch ifMatch,
      Side side,
      String verb,
      @Nullable Remark remark,
      Step step,
      Caller caller) {
    if (!side.is(caller, request)) {
      throw ProblemException.forbidden();
    }
    IfMatch.check(ifMatch, request.sequence());
    Instant now = clock.now();
    RequestState cause = request.state();
    RequestClock before = request.clock();
    RequestEvent event = step.make(request, now);
    if (event != null) {
      outbox.append(event);
    } else {
      audit.record(
          "request." + verb.replace('-', '_'), "request", request.id(), request.sequence());
    }
    requests.add(new RequestHistory(ids.next(), request, verb, remark, caller, now));
    keepStop(request, caller, cause, before, now);
    return views.of(request, caller);
  }

  private void keepStop(
      InformationRequest request,
      Caller caller,
      RequestState cause,
      @Nullable RequestClock before,
      Instant now) {
    RequestClock after = request.clock();
    if (before != null
        && after != null
        && before.stoppedAt() != null
        && request.state().isRunning()) {
      requests.add(
          new ClockStop(
              ids.next(), request.id(), caller, cause, before.stoppedAt(), now, before, after));
    }
  }

  Reckoning reckoning(InformationRequest request) {
    return new Reckoning(
        reference.lists(ReferenceList.CALENDARS).deadlines().calendar(),
        settings.timing(request.asked().priority()));
  }
}
