package vn.phoihop.incident.measure;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.measure.MeasureState.Move;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

/** A measure and what becomes of it. Each move checks and changes. */
@Entity
class Measure {

  /** Looked at again after this, where nobody says when. */
  static final Duration REVIEW_AFTER = Duration.ofDays(30);

  /** An emergency measure is ratified within this. */
  static final Duration RATIFY_WITHIN = Duration.ofHours(48);

  @Id private UUID id;
  private String writtenBy;
  private List<String> audience;
  private UUID enterpriseId;
  @Nullable private UUID incidentId;
  @Nullable private UUID takenBy;
  private Instant createdAt;
  private String type;
  private String target;

  @Enumerated(EnumType.STRING)
  private MeasureState state;

  @Enumerated(EnumType.STRING)
  private Tlp tlp;

  private long sequence;
  private Instant startedAt;
  @Nullable private Instant endedAt;
  @Nullable private String legalBasis;

  @Embedded
  @AttributeOverride(name = "number", column = @Column(name = "decision_number"))
  @AttributeOverride(name = "date", column = @Column(name = "decision_date"))
  @AttributeOverride(name = "authority", column = @Column(name = "decision_authority"))
  @Nullable
  private DecisionRef decisionRef;

  private boolean emergency;
  @Nullable private Instant ratifyBy;
  @Nullable private Instant ratifiedAt;
  private Instant reviewAt;
  @Nullable private String note;
  @Embedded @Nullable private Effect effect;

  protected Measure() {}

  /**
   * Begins at once, or is planned for a time ahead.
   *
   * @param audience who may know: the enterprise, the Department, the agencies of the incident
   * @param tlp of the incident, where there is one
   */
  Measure(
      UUID id, Caller by, TakeMeasure request, List<String> audience, Tlp tlp, Instant createdAt) {
    this.id = id;
    this.writtenBy = by.party();
    this.audience = audience;
    this.enterpriseId = by.enterpriseId();
    this.incidentId = request.incidentId();
    this.takenBy = by.person();
    this.createdAt = createdAt;
    this.type = request.type();
    this.target = request.target();
    this.tlp = tlp;
    this.sequence = 1;
    this.startedAt = request.startedAt();
    this.state = startedAt.isAfter(createdAt) ? MeasureState.PLANNED : MeasureState.ACTIVE;
    this.legalBasis = request.legalBasis();
    this.decisionRef = request.decisionRef();
    this.emergency = request.isEmergency();
    this.ratifyBy = emergency ? createdAt.plus(RATIFY_WITHIN) : null;
    this.reviewAt =
        Objects.requireNonNullElseGet(
            request.reviewAt(), () -> (isPlanned() ? startedAt : createdAt).plus(REVIEW_AFTER));
    this.note = request.note();
  }

  private boolean isPlanned() {
    return state == MeasureState.PLANNED;
  }

  /** Before its time: it started now. */
  void start(Instant at) {
    move(Move.START);
    startedAt = at.isBefore(startedAt) ? at : startedAt;
  }

  void end(Instant when, @Nullable Effect achieved, Instant at) {
    move(Move.END);
    MeasureRules.checkEnd(when, startedAt, at);
    endedAt = when;
    effect = achieved;
  }

  /** A false positive: what it was said to have achieved no longer counts. */
  void reverse(Instant at) {
    move(Move.REVERSE);
    endedAt = endedAt == null && !startedAt.isAfter(at) ? at : endedAt;
    effect = null;
  }

  void review(Instant next, Instant at) {
    move(Move.REVIEW);
    MeasureRules.checkReview(next, at);
    reviewAt = next;
  }

  /**
   * Two people stand behind an emergency measure: who took it and who ratifies it; a machine is
   * neither's hand.
   */
  void ratify(Caller by, @Nullable DecisionRef paper, Instant at) {
    move(state == MeasureState.ENDED ? Move.RATIFY_ENDED : Move.RATIFY_ACTIVE);
    if (!emergency || ratifiedAt != null) {
      throw ProblemException.of(MeasureProblem.NOTHING_TO_RATIFY);
    }
    if (by.person() == null || by.person().equals(takenBy)) {
      throw ProblemException.of(MeasureProblem.RATIFIED_BY_ANOTHER);
    }
    ratifiedAt = at;
    decisionRef = paper == null ? decisionRef : paper;
  }

  private void move(Move move) {
    state = move.apply(state);
    sequence++;
  }

  UUID id() {
    return id;
  }

  /** The party that wrote it. */
  String owner() {
    return writtenBy;
  }

  List<String> audience() {
    return audience;
  }

  UUID enterpriseId() {
    return enterpriseId;
  }

  @Nullable UUID incidentId() {
    return incidentId;
  }

  Instant createdAt() {
    return createdAt;
  }

  String type() {
    return type;
  }

  String target() {
    return target;
  }

  MeasureState state() {
    return state;
  }

  Tlp tlp() {
    return tlp;
  }

  long sequence() {
    return sequence;
  }

  Instant startedAt() {
    return startedAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  @Nullable String legalBasis() {
    return legalBasis;
  }

  @Nullable DecisionRef decisionRef() {
    return decisionRef;
  }

  boolean emergency() {
    return emergency;
  }

  @Nullable Instant ratifyBy() {
    return ratifyBy;
  }

  @Nullable Instant ratifiedAt() {
    return ratifiedAt;
  }

  Instant reviewAt() {
    return reviewAt;
  }

  @Nullable String note() {
    return note;
  }

  @Nullable Effect effect() {
    return effect;
  }
}
