package vn.phoihop.incident.request;

import static vn.phoihop.incident.request.RequestDesk.Side.RECEIVER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.reference.Code;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.Ids;

/** What the enterprise does with a request. */
@ApplicationScoped
class AnswerService {

  private final RequestRepository requests;
  private final RequestReadRepository reading;
  private final RequestDesk desk;
  private final ReferenceService reference;
  private final Ids ids;

  AnswerService(
      RequestRepository requests,
      RequestReadRepository reading,
      RequestDesk desk,
      ReferenceService reference,
      Ids ids) {
    this.requests = requests;
    this.reading = reading;
    this.desk = desk;
    this.reference = reference;
    this.ids = ids;
  }

  @Transactional
  RequestView acknowledge(UUID id, @Nullable IfMatch ifMatch) {
    return desk.move(id, ifMatch, RECEIVER, "acknowledge", null, InformationRequest::acknowledge);
  }

  @Transactional
  RequestView answer(UUID id, @Nullable IfMatch ifMatch, GiveAnswer answer) {
    return desk.move(
        id,
        ifMatch,
        RECEIVER,
        "answers",
        null,
        (request, at) -> {
          request.checkAnswer();
          return answered(request, answer, at);
        });
  }

  private RequestEvent answered(InformationRequest request, GiveAnswer answer, Instant at) {
    Map<UUID, String> documents =
        reading.documents(request.id()).stream()
            .collect(Collectors.toMap(RequestDocument::id, RequestDocument::sha256));
    Map<Integer, AnsweredItem> items = new TreeMap<>();
    reading
        .answer(request.id(), request.progress().answers())
        .ifPresent(former -> former.items().forEach(item -> items.put(item.n(), item)));
    AnswerCheck.items(
            answer,
            request.asked().itemCount(),
            documents,
            reference.lists(ReferenceList.ANSWER_REASONS))
        .forEach(item -> items.put(item.n(), item));
    RequestEvent answered = request.answer(Statuses.of(items.values()), at);
    requests.add(
        new RequestAnswer(ids.next(), request, List.copyOf(items.values()), desk.caller(), at));
    return answered;
  }

  @Transactional
  RequestView clarify(UUID id, @Nullable IfMatch ifMatch, ClarifyRequest body) {
    return desk.move(
        id,
        ifMatch,
        RECEIVER,
        "clarify",
        Remark.text(body.question()),
        (request, at) -> {
          request.clarify(at);
          return new RequestEvent.ClarificationAsked(RequestFacts.of(request, at));
        });
  }

  /** Put to the Department, which reads the request from now on. */
  @Transactional
  RequestView object(UUID id, @Nullable IfMatch ifMatch, ObjectToRequest body) {
    Code reason =
        reference
            .lists(ReferenceList.ANSWER_REASONS)
            .find(ReferenceList.ANSWER_REASONS, body.reasonCode())
            .orElseThrow(() -> ProblemException.invalid("/reasonCode", "UNKNOWN_CODE"));
    return desk.move(
        id,
        ifMatch,
        RECEIVER,
        "object",
        Remark.objection(reason.code(), body.text()),
        (request, at) -> {
          request.object(at);
          requests.addObjection(request, desk.caller().party(), at);
          return new RequestEvent.Objected(RequestFacts.of(request, at));
        });
  }
}
