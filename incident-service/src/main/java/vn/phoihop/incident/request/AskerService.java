package vn.phoihop.incident.request;

import static vn.phoihop.incident.request.RequestDesk.Side.ASKER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** What the asker does with an issued request. */
@ApplicationScoped
class AskerService {

  private static final Set<RequestState> DEAD =
      Set.of(RequestState.DRAFT, RequestState.CANCELLED, RequestState.SUPERSEDED);

  private final RequestRepository requests;
  private final RequestDesk desk;
  private final ReferenceService reference;
  private final BusinessClock clock;

  AskerService(
      RequestRepository requests,
      RequestDesk desk,
      ReferenceService reference,
      BusinessClock clock) {
    this.requests = requests;
    this.desk = desk;
    this.reference = reference;
    this.clock = clock;
  }

  @Transactional
  RequestView accept(UUID id, @Nullable IfMatch ifMatch) {
    return desk.move(id, ifMatch, ASKER, "accept", null, InformationRequest::accept);
  }

  /** Not whole or not right: the enterprise answers again. */
  @Transactional
  RequestView giveBack(UUID id, @Nullable IfMatch ifMatch, ReturnAnswer body) {
    checkReasons(body.reasons(), reference.lists(ReferenceList.RETURN_REASONS));
    return desk.move(
        id,
        ifMatch,
        ASKER,
        "return",
        Remark.returned(body.reasons(), body.items(), body.note()),
        (request, at) -> {
          RequestEvent returned = request.giveBack(body.reasons(), desk.reckoning(request), at);
          checkItems(body.items(), request.asked().itemCount());
          return returned;
        });
  }

  @Transactional
  RequestView close(UUID id, @Nullable IfMatch ifMatch) {
    return desk.move(
        id,
        ifMatch,
        ASKER,
        "close",
        null,
        (request, at) -> {
          request.close();
          return null;
        });
  }

  @Transactional
  RequestView clarified(UUID id, @Nullable IfMatch ifMatch, AnswerQuestion body) {
    return desk.move(
        id,
        ifMatch,
        ASKER,
        "clarified",
        Remark.text(body.text()),
        (request, at) -> {
          request.clarified(desk.reckoning(request), at);
          return null;
        });
  }

  @Transactional
  RequestView cancel(UUID id, @Nullable IfMatch ifMatch, CancelRequest body) {
    return desk.move(
        id, ifMatch, ASKER, "cancel", Remark.text(body.reason()), InformationRequest::cancel);
  }

  /** Another issued request to the same enterprise takes its place. */
  @Transactional
  RequestView supersede(UUID id, @Nullable IfMatch ifMatch, SupersedeRequest body) {
    return desk.move(
        id,
        ifMatch,
        ASKER,
        "supersede",
        Remark.superseded(body.by()),
        (request, at) -> {
          RequestEvent superseded = request.supersede(body.by(), at);
          // Locked, so that two requests do not take each other's place.
          if (requests
              .findByIdOptional(body.by(), LockModeType.PESSIMISTIC_READ)
              .filter(other -> !other.id().equals(id))
              .filter(other -> other.asker().equals(request.asker()))
              .filter(other -> other.asked().enterpriseId().equals(request.asked().enterpriseId()))
              .filter(other -> !DEAD.contains(other.state()))
              .isEmpty()) {
            throw ProblemException.invalid("/by", "NO_SUCCESSOR");
          }
          return superseded;
        });
  }

  /** The paper of an emergency follows. */
  @Transactional
  RequestView support(UUID id, @Nullable IfMatch ifMatch, SupportRequest body) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    AskCheck.check(body.document(), "/document", clock.today(), refusal);
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
    return desk.move(
        id,
        ifMatch,
        ASKER,
        "support",
        Remark.support(body.document()),
        (request, at) -> {
          request.support(at);
          return null;
        });
  }

  private static void checkReasons(List<String> reasons, ReferenceLists lists) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    for (int i = 0; i < reasons.size(); i++) {
      if (lists
          .find(ReferenceList.RETURN_REASONS, reasons.get(i))
          .filter(reason -> reason.of() == null || reason.of().contains("REQUEST"))
          .isEmpty()) {
        refusal.field("/reasons/" + i, "UNKNOWN_CODE");
      }
    }
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }

  private static void checkItems(@Nullable List<Integer> items, int itemCount) {
    for (int i = 0; items != null && i < items.size(); i++) {
      if (items.get(i) > itemCount) {
        throw ProblemException.invalid("/items/" + i, "UNKNOWN_ITEM");
      }
    }
  }
}
