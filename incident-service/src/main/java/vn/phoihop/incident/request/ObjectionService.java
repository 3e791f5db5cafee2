package vn.phoihop.incident.request;

import static vn.phoihop.incident.request.RequestDesk.Side.UMPIRE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.request.RequestState.Move;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

/** The Department decides on objections. */
@ApplicationScoped
class ObjectionService {

  private final RequestRepository requests;
  private final RequestDesk desk;

  ObjectionService(RequestRepository requests, RequestDesk desk) {
    this.requests = requests;
    this.desk = desk;
  }

  @Transactional
  RequestView uphold(UUID id, @Nullable IfMatch ifMatch, @Nullable DecideObjection body) {
    return decide(id, ifMatch, Move.UPHOLD, body, InformationRequest::uphold);
  }

  @Transactional
  RequestView overrule(UUID id, @Nullable IfMatch ifMatch, @Nullable DecideObjection body) {
    return decide(
        id,
        ifMatch,
        Move.OVERRULE_ISSUED,
        body,
        (request, at) -> {
          request.overrule(desk.reckoning(request), at);
          return null;
        });
  }

  private RequestView decide(
      UUID id,
      @Nullable IfMatch ifMatch,
      Move move,
      @Nullable DecideObjection body,
      RequestDesk.Step step) {
    Caller caller = desk.caller();
    InformationRequest request = requests.lockIfMine(id).orElseGet(() -> refuse(id, move));
    Remark remark = body == null || body.note() == null ? null : Remark.text(body.note());
    return desk.move(request, ifMatch, UMPIRE, move.verb(), remark, step, caller);
  }

  /** The Department sees that it is there, and nothing to decide. */
  private InformationRequest refuse(UUID id, Move move) {
    InformationRequest seen =
        requests
            .findByIdOptional(id)
            .filter(request -> request.state() != RequestState.DRAFT)
            .orElseThrow(ProblemException::notFound);
    move.apply(seen.state());
    throw ProblemException.notFound();
  }
}
