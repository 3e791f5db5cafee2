package vn.phoihop.notification.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.contact.ContactService;
import vn.phoihop.notification.contact.Roster;
import vn.phoihop.notification.delivery.OwnFacts;
import vn.phoihop.notification.email.Addressee;
import vn.phoihop.notification.email.NoticeKind;
import vn.phoihop.notification.email.NoticeService;
import vn.phoihop.notification.escalation.EscalationState.Move;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.DueTime;
import vn.phoihop.platform.time.Ids;

/** Opens, raises and ends escalations, all as SYSTEM. */
@ApplicationScoped
public class EscalationService {

  private final EscalationRepository escalations;
  private final EscalationClock times;
  private final ContactService contacts;
  private final NoticeService notices;
  private final OwnFacts facts;
  private final Audit audit;
  private final BusinessClock clock;
  private final Ids ids;

  EscalationService(
      EscalationRepository escalations,
      EscalationClock times,
      ContactService contacts,
      NoticeService notices,
      OwnFacts facts,
      Audit audit,
      BusinessClock clock,
      Ids ids) {
    this.escalations = escalations;
    this.times = times;
    this.contacts = contacts;
    this.notices = notices;
    this.facts = facts;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** Whether events of the type are anything to it. */
  public boolean hears(String eventType) {
    return eventType.startsWith("request.");
  }

  /** What requests for information do to their escalations, in the transaction of the inbox. */
  @Transactional
  public void follow(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      if (event.data() == null || !hears(event.type())) {
        continue;
      }
      RequestChanged request = event.as(RequestChanged.class);
      Escalation known = escalations.ofRequest(request.id()).orElse(null);
      if (request.waitsForTheEnterprise()) {
        if (known == null && event.type().equals("request.issued")) {
          open(request);
        }
      } else if (known != null && Move.SATISFY.from().contains(known.state())) {
        known.satisfy(clock.now());
        audit.record("escalation.satisfied", "escalation", known.id(), known.sequence());
      }
    }
  }

  private void open(RequestChanged request) {
    DueTime due = times.due(request.priority(), request.issuedAt());
    Escalation escalation = Escalation.open(ids.next(), request, due.dueAt(), clock.now());
    escalations.persist(escalation);
    escalations.addStep(escalation, due);
    audit.record("escalation.opened", "escalation", escalation.id(), escalation.sequence());
  }

  /** Tells the next rung of those that are due; true while there may be more. */
  @Transactional
  boolean raiseSome(int most) {
    Instant now = clock.now();
    List<Escalation> due = escalations.due(now, most);
    due.forEach(escalation -> raise(escalation, now));
    return due.size() == most;
  }

  private void raise(Escalation escalation, Instant now) {
    Move move = next(escalation.state(), contacts.roster(escalation.enterpriseId()));
    if (move == null) {
      escalation.exhaust(now);
      audit.record("escalation.exhausted", "escalation", escalation.id(), escalation.sequence());
      return;
    }
    // The rung's time begins when it is told: after a standstill nobody is passed over in a rush.
    DueTime due = times.due(escalation.priority(), now);
    escalation.tell(move, due.dueAt());
    escalations.addStep(escalation, due);
    notices.raise(
        occasion(escalation),
        NoticeKind.REQUEST_ESCALATED,
        addressee(move),
        escalation.enterpriseId(),
        escalation.requestId(),
        escalation.number());
    facts.tell(EscalationEvent.Raised.of(escalation, now));
  }

  /** The next rung where somebody is; null where the ladder is used up. */
  private static @Nullable Move next(EscalationState state, Roster roster) {
    return switch (state) {
      case LIAISON_TOLD ->
          roster.deputy().isPresent()
              ? Move.TELL_DEPUTY
              : roster.leader().isPresent() ? Move.TELL_LEADER : Move.TELL_DEPARTMENT;
      case DEPUTY_TOLD -> roster.leader().isPresent() ? Move.TELL_LEADER : Move.TELL_DEPARTMENT;
      case LEADER_TOLD -> Move.TELL_DEPARTMENT;
      case DEPARTMENT_TOLD, SATISFIED, EXHAUSTED -> null;
    };
  }

  private static Addressee addressee(Move move) {
    return switch (move) {
      case TELL_DEPUTY -> Addressee.DEPUTY;
      case TELL_LEADER -> Addressee.LEADER;
      case TELL_DEPARTMENT -> Addressee.DEPARTMENT;
      case SATISFY, EXHAUST -> throw new IllegalArgumentException(move + " tells nobody");
    };
  }

  private static UUID occasion(Escalation escalation) {
    return UUID.nameUUIDFromBytes(
        (escalation.id() + " " + escalation.level()).getBytes(StandardCharsets.UTF_8));
  }
}
