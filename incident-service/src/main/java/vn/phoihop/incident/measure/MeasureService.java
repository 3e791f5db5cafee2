package vn.phoihop.incident.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.incident.IncidentReadService;
import vn.phoihop.incident.incident.IncidentReference;
import vn.phoihop.incident.incident.IncidentWidened;
import vn.phoihop.incident.measure.MeasureEvent.Facts;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** What is done with measures: each use case is one move of the state machine. */
@ApplicationScoped
class MeasureService {

  private final MeasureRepository measures;
  private final IncidentReadService incidents;
  private final ReferenceService reference;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  MeasureService(
      MeasureRepository measures,
      IncidentReadService incidents,
      ReferenceService reference,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.measures = measures;
    this.incidents = incidents;
    this.reference = reference;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  @Transactional
  MeasureView take(TakeMeasure request) {
    Caller caller = MeasureScope.check(callers.get());
    Instant now = clock.now();
    MeasureRules.check(request, reference.lists(ReferenceList.MEASURE_TYPES), now);
    IncidentReference incident = incident(request.incidentId());
    Measure measure =
        new Measure(
            ids.next(),
            caller,
            request,
            incident == null
                ? List.of(Caller.DEPARTMENT_PARTY, caller.party())
                : incident.audience(),
            incident == null ? Tlp.AMBER : incident.tlp(),
            now);
    measures.add(measure);
    if (measure.state() == MeasureState.ACTIVE) {
      outbox.append(new MeasureEvent.Started(Facts.of(measure, now)));
    } else {
      audit.record("measure.planned", "measure", measure.id(), measure.sequence());
    }
    return moved(measure, "take", request.note(), now);
  }

  /** Held, so that no agency is added to it before the measure has the same readers. */
  private @Nullable IncidentReference incident(@Nullable UUID id) {
    return id == null
        ? null
        : incidents
            .holdIfVisible(id)
            .orElseThrow(() -> ProblemException.invalid("/incidentId", "UNKNOWN_INCIDENT"));
  }

  @Transactional
  MeasureView start(UUID id, @Nullable IfMatch ifMatch) {
    Measure measure = lock(id, ifMatch);
    return started(measure, clock.now());
  }

  /** Starts one planned measure whose time has come; false: there was none. */
  @Transactional
  boolean startDue() {
    Instant now = clock.now();
    List<Measure> due = measures.due(now, 1);
    due.forEach(measure -> started(measure, now));
    return !due.isEmpty();
  }

  private MeasureView started(Measure measure, Instant now) {
    measure.start(now);
    outbox.append(new MeasureEvent.Started(Facts.of(measure, now)));
    return moved(measure, "start", null, now);
  }

  @Transactional
  MeasureView end(UUID id, @Nullable IfMatch ifMatch, EndMeasure request) {
    Measure measure = lock(id, ifMatch);
    Instant now = clock.now();
    measure.end(Objects.requireNonNullElse(request.endedAt(), now), request.effect(), now);
    outbox.append(new MeasureEvent.Ended(Facts.of(measure, now)));
    return moved(measure, "end", null, now);
  }

  /** One that never began ends untold: nobody was told that it would. */
  @Transactional
  MeasureView reverse(UUID id, @Nullable IfMatch ifMatch, ReverseMeasure request) {
    Measure measure = lock(id, ifMatch);
    Instant now = clock.now();
    boolean untold = measure.state() == MeasureState.PLANNED;
    measure.reverse(now);
    if (untold) {
      audit.record("measure.dropped", "measure", id, measure.sequence());
    } else {
      outbox.append(new MeasureEvent.Ended(Facts.of(measure, now)));
    }
    return moved(measure, "reverse", request.note(), now);
  }

  @Transactional
  MeasureView review(UUID id, @Nullable IfMatch ifMatch, ReviewMeasure request) {
    Measure measure = lock(id, ifMatch);
    Instant now = clock.now();
    measure.review(request.reviewAt(), now);
    audit.record("measure.reviewed", "measure", id, measure.sequence());
    return moved(measure, "review", request.note(), now);
  }

  @Transactional
  MeasureView ratify(UUID id, @Nullable IfMatch ifMatch, RatifyMeasure request) {
    Measure measure = lock(id, ifMatch);
    Instant now = clock.now();
    MeasureRules.check(request, now);
    measure.ratify(callers.get(), request.decisionRef(), now);
    audit.record("measure.ratified", "measure", id, measure.sequence());
    return moved(measure, "ratify", request.note(), now);
  }

  /** In the transaction that lets further agencies read an incident: they read its measures too. */
  void widen(@Observes IncidentWidened incident) {
    measures.addReaders(incident.id(), incident.audience(), incident.at());
  }

  private Measure lock(UUID id, @Nullable IfMatch ifMatch) {
    MeasureScope.check(callers.get());
    Measure measure = measures.lock(id);
    IfMatch.check(ifMatch, measure.sequence());
    return measure;
  }

  private MeasureView moved(Measure measure, String verb, @Nullable String reason, Instant at) {
    measures.addHistory(measure, verb, callers.get(), reason, at);
    return MeasureView.of(measure, at);
  }
}
