package vn.phoihop.notification.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.escalation.EscalationState.Move;

@Entity
@Table(name = "escalation")
class Escalation {

  @Id private UUID id;

  private String party;

  @Column(name = "request_id")
  private UUID requestId;

  private String number;
  private String priority;

  @Enumerated(EnumType.STRING)
  private EscalationState state;

  private int level;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  private long sequence;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Escalation() {}

  /** A request was issued: its liaison is told by the notice of it. */
  static Escalation open(UUID id, RequestChanged request, Instant dueAt, Instant now) {
    Escalation escalation = new Escalation();
    escalation.id = id;
    escalation.party = request.enterpriseId().toString();
    escalation.requestId = request.id();
    escalation.number = request.number();
    escalation.priority = request.priority();
    escalation.state = EscalationState.LIAISON_TOLD;
    escalation.level = 0;
    escalation.dueAt = dueAt;
    escalation.sequence = 1;
    escalation.createdAt = now;
    return escalation;
  }

  /** The next rung is told, and has until then. */
  void tell(Move move, Instant until) {
    state = move.apply(state);
    level = state.ordinal();
    dueAt = until;
    sequence++;
  }

  void satisfy(Instant now) {
    end(Move.SATISFY, now);
  }

  void exhaust(Instant now) {
    end(Move.EXHAUST, now);
  }

  private void end(Move move, Instant now) {
    state = move.apply(state);
    dueAt = null;
    endedAt = now;
    sequence++;
  }

  UUID id() {
    return id;
  }

  UUID enterpriseId() {
    return UUID.fromString(party);
  }

  UUID requestId() {
    return requestId;
  }

  String number() {
    return number;
  }

  String priority() {
    return priority;
  }

  EscalationState state() {
    return state;
  }

  int level() {
    return level;
  }

  @Nullable Instant dueAt() {
    return dueAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  long sequence() {
    return sequence;
  }

  Instant createdAt() {
    return createdAt;
  }
}
