package vn.phoihop.incident.incident;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.incident.IncidentState.Move;
import vn.phoihop.platform.problem.ProblemException;

/** A suspicious report and what becomes of it. Each move checks, changes, and returns the fact. */
@Entity
class Incident {

  @Id private UUID id;
  private UUID enterpriseId;
  private String receiptNumber;
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  private IncidentState state;

  private int version;

  // No @Version: the row is locked while it is moved, and the fact needs the number before the
  // flush.
  private long sequence;

  @Embedded private Headline headline;
  @Embedded private Distribution distribution;
  private List<String> reasons;
  @Nullable private LocalDate due;
  private boolean withdrawalAllowed;
  @Embedded @Nullable private Resolution resolution;

  protected Incident() {}

  Incident(
      UUID id,
      UUID enterpriseId,
      String receiptNumber,
      Headline headline,
      List<String> routed,
      Instant at) {
    this.id = id;
    this.enterpriseId = enterpriseId;
    this.receiptNumber = receiptNumber;
    this.receivedAt = at;
    this.state = IncidentState.RECEIVED;
    this.version = 1;
    this.sequence = 1;
    this.headline = headline;
    this.distribution = Distribution.of(enterpriseId, routed);
    this.reasons = List.of();
  }

  IncidentEvent received() {
    return new IncidentEvent.Received(IncidentFacts.of(this, receivedAt));
  }

  /**
   * A new version of the content; it may go to further agencies, and stays with those that have it.
   */
  IncidentEvent amend(Headline amended, List<String> routed, Instant at) {
    move(Move.AMEND_RETURNED, Move.AMEND_TRIAGED, Move.AMEND_COORDINATED);
    if (amended.stage().compareTo(headline.stage()) < 0) {
      throw ProblemException.invalid("/stage", "STAGE_BACKWARDS", headline.stage());
    }
    version++;
    headline = amended;
    distribution = distribution.with(routed);
    reasons = List.of();
    due = null;
    return new IncidentEvent.Amended(IncidentFacts.of(this, at));
  }

  IncidentEvent triage(Instant at) {
    move(Move.TRIAGE);
    return new IncidentEvent.Triaged(IncidentFacts.of(this, at));
  }

  IncidentEvent refer(List<String> agencies, @Nullable String lead, Instant at) {
    move(Move.REFER);
    distribution = distribution.referred(agencies, lead);
    return new IncidentEvent.Referred(IncidentFacts.of(this, at));
  }

  IncidentEvent resolve(Resolution as, Instant at) {
    move(Move.RESOLVE);
    resolution = as;
    return new IncidentEvent.Resolved(IncidentFacts.of(this, at));
  }

  IncidentEvent close(Instant at) {
    move(Move.CLOSE);
    return new IncidentEvent.Closed(IncidentFacts.of(this, at));
  }

  IncidentEvent reopen(Instant at) {
    move(Move.REOPEN);
    return new IncidentEvent.Reopened(IncidentFacts.of(this, at));
  }

  /** Back to the enterprise, to be amended until then. */
  IncidentEvent giveBack(List<String> why, LocalDate until, Instant at) {
    move(Move.RETURN);
    reasons = why;
    due = until;
    return new IncidentEvent.Returned(IncidentFacts.of(this, at));
  }

  IncidentEvent dismiss(String why, Instant at) {
    move(Move.DISMISS);
    reasons = List.of(why);
    due = null;
    return new IncidentEvent.Dismissed(IncidentFacts.of(this, at));
  }

  void allowWithdrawal() {
    move(Move.ALLOW_WITHDRAWAL);
    withdrawalAllowed = true;
  }

  IncidentEvent withdraw(Instant at) {
    if (state == IncidentState.IN_COORDINATION && !withdrawalAllowed) {
      throw ProblemException.of(IncidentProblem.WITHDRAWAL_NOT_ALLOWED);
    }
    move(Move.WITHDRAW, Move.WITHDRAW_ALLOWED);
    return new IncidentEvent.Withdrawn(IncidentFacts.of(this, at));
  }

  /** Makes the one of these moves of one verb that starts here. */
  private void move(Move... sameVerb) {
    Move fitting = sameVerb[0];
    for (Move move : sameVerb) {
      fitting = move.from().contains(state) ? move : fitting;
    }
    state = fitting.apply(state);
    sequence++;
  }

  UUID id() {
    return id;
  }

  UUID enterpriseId() {
    return enterpriseId;
  }

  /** The party that wrote it, and whose word decides who else reads. */
  String owner() {
    return enterpriseId.toString();
  }

  String receiptNumber() {
    return receiptNumber;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  IncidentState state() {
    return state;
  }

  int version() {
    return version;
  }

  long sequence() {
    return sequence;
  }

  Headline headline() {
    return headline;
  }

  Distribution distribution() {
    return distribution;
  }

  List<String> reasons() {
    return reasons;
  }

  @Nullable LocalDate due() {
    return due;
  }

  boolean withdrawalAllowed() {
    return withdrawalAllowed;
  }

  @Nullable Resolution resolution() {
    return resolution;
  }
}
