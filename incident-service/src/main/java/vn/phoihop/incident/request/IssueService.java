package vn.phoihop.incident.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.deadline.Deadlines;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.DueTime;

/** Sends a request out: from then on the enterprise reads it, and its time runs. */
@ApplicationScoped
class IssueService {

  private static final String ACKNOWLEDGE = "REQUEST_ACKNOWLEDGE";
  private static final String SUPPORT = "REQUEST_SUPPORT";

  private final RequestRepository requests;
  private final RequestReadRepository reading;
  private final RequestDesk desk;
  private final RequestSettings settings;
  private final ReferenceService reference;

  IssueService(
      RequestRepository requests,
      RequestReadRepository reading,
      RequestDesk desk,
      RequestSettings settings,
      ReferenceService reference) {
    this.requests = requests;
    this.reading = reading;
    this.desk = desk;
    this.settings = settings;
    this.reference = reference;
  }

  @Transactional
  RequestView issue(UUID id, @Nullable IfMatch ifMatch) {
    Deadlines deadlines =
        reference.lists(ReferenceList.DEADLINE_RULES, ReferenceList.CALENDARS).deadlines();
    return desk.move(
        id,
        ifMatch,
        RequestDesk.Side.ASKER,
        "issue",
        null,
        (request, at) -> {
          RequestContent content =
              reading.content(id, request.version()).orElseThrow(ProblemException::notFound);
          Terms terms = terms(request, content.asked(), deadlines, at);
          RequestEvent issued =
              request.issue(terms, settings.timing(request.asked().priority()), at);
          checkSecondPerson(request, content, desk.caller());
          checkActive(request);
          requests.addReader(request, request.asked().enterpriseId().toString(), at);
          return issued;
        });
  }

  /**
   * An emergency is asked by two persons: one wrote it, another issues it; machines are neither.
   */
  private static void checkSecondPerson(
      InformationRequest request, RequestContent content, Caller issuer) {
    if (request.asked().priority() == Priority.EMERGENCY
        && (issuer.isMachine()
            || content.person() == null
            || content.person().equals(issuer.person()))) {
      throw ProblemException.of(RequestProblem.SECOND_PERSON_NEEDED);
    }
  }

  private void checkActive(InformationRequest request) {
    String state = requests.enterpriseState(request.asked().enterpriseId()).orElse("UNKNOWN");
    if (!state.equals("ACTIVE")) {
      throw ProblemException.of(RequestProblem.ENTERPRISE_NOT_ACTIVE, state);
    }
  }

  private Terms terms(
      InformationRequest request, AskInformation asked, Deadlines deadlines, Instant at) {
    Paper paper =
        asked.priority() == Priority.EMERGENCY && asked.document() == null
            ? new Paper(paperBy(at, deadlines), null)
            : null;
    return new Terms(
        deadlines.due(request.asked().priority().rule(), at).map(RequestClock::of).orElse(null),
        deadlines.due(ACKNOWLEDGE, at).map(DueTime::dueAt).orElse(null),
        paper);
  }

  private Instant paperBy(Instant at, Deadlines deadlines) {
    return DueTime.of(
            SUPPORT,
            settings.supportWorkingDays(),
            DueTime.Unit.WORKING_DAYS,
            at,
            deadlines.calendar())
        .dueAt();
  }
}
