package vn.phoihop.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** What becomes of a report: each use case is one move of the state machine. */
@ApplicationScoped
class IncidentService {

  private final IncidentRepository incidents;
  private final IncidentReadRepository versions;
  private final ReferenceService reference;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Event<IncidentWidened> widened;

  IncidentService(
      IncidentRepository incidents,
      IncidentReadRepository versions,
      ReferenceService reference,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Event<IncidentWidened> widened) {
    this.incidents = incidents;
    this.versions = versions;
    this.reference = reference;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.widened = widened;
  }

  @Transactional
  IncidentView triage(UUID id, @Nullable IfMatch ifMatch) {
    return move(id, ifMatch, "triage", null, Incident::triage);
  }

  @Transactional
  IncidentView refer(UUID id, @Nullable IfMatch ifMatch, ReferIncident request) {
    CaseRules.check(request, reference.lists(ReferenceList.AUTHORITIES));
    return move(
        id,
        ifMatch,
        "refer",
        null,
        (incident, at) -> {
          IncidentEvent referred = incident.refer(request.agencies(), request.lead(), at);
          incidents.addReaders(incident, at);
          widened.fire(new IncidentWidened(id, incident.distribution().audience(), at));
          return referred;
        });
  }

  @Transactional
  IncidentView resolve(UUID id, @Nullable IfMatch ifMatch, Resolution resolution) {
    CaseRules.check(resolution, reference.lists(ReferenceList.OUTCOMES));
    return move(id, ifMatch, "resolve", null, (incident, at) -> incident.resolve(resolution, at));
  }

  @Transactional
  IncidentView close(UUID id, @Nullable IfMatch ifMatch) {
    return move(id, ifMatch, "close", null, Incident::close);
  }

  @Transactional
  IncidentView reopen(UUID id, @Nullable IfMatch ifMatch, ReopenIncident request) {
    return move(id, ifMatch, "reopen", request.reason(), Incident::reopen);
  }

  @Transactional
  IncidentView giveBack(UUID id, @Nullable IfMatch ifMatch, ReturnIncident request) {
    CaseRules.check(request, reference.lists(ReferenceList.RETURN_REASONS), clock.today());
    return move(
        id,
        ifMatch,
        "return",
        String.join(", ", request.reasons()),
        (incident, at) -> incident.giveBack(request.reasons(), request.due(), at));
  }

  @Transactional
  IncidentView dismiss(UUID id, @Nullable IfMatch ifMatch, DismissIncident request) {
    CaseRules.check(request, reference.lists(ReferenceList.DISMISS_REASONS));
    return move(
        id,
        ifMatch,
        "dismiss",
        request.note() == null ? request.reason() : request.reason() + ": " + request.note(),
        (incident, at) -> incident.dismiss(request.reason(), at));
  }

  @Transactional
  IncidentView withdraw(UUID id, @Nullable IfMatch ifMatch) {
    LiaisonScope.check(callers.get());
    return move(id, ifMatch, "withdraw", null, Incident::withdraw);
  }

  /** Tells nobody, so that no fact leaves: the enterprise's withdrawal will. */
  @Transactional
  IncidentView allowWithdrawal(UUID id, @Nullable IfMatch ifMatch) {
    Incident incident = lock(id, ifMatch);
    incident.allowWithdrawal();
    audit.record("incident.withdrawal_allowed", "incident", id, incident.sequence());
    return moved(incident, "allow-withdrawal", null, clock.now());
  }

  private IncidentView move(
      UUID id,
      @Nullable IfMatch ifMatch,
      String verb,
      @Nullable String reason,
      BiFunction<Incident, Instant, IncidentEvent> move) {
    Incident incident = lock(id, ifMatch);
    Instant now = clock.now();
    outbox.append(move.apply(incident, now));
    return moved(incident, verb, reason, now);
  }

  private Incident lock(UUID id, @Nullable IfMatch ifMatch) {
    Incident incident = incidents.lock(id);
    IfMatch.check(ifMatch, incident.sequence());
    return incident;
  }

  private IncidentView moved(Incident incident, String verb, @Nullable String reason, Instant at) {
    incidents.addHistory(incident, verb, callers.get(), reason, at);
    VersionView content =
        versions.version(incident.id(), incident.version()).orElseThrow(ProblemException::notFound);
    return IncidentView.of(incident, content.report(), content.indicators());
  }
}
