package vn.phoihop.reporting.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.reporting.obligation.ObligationReference;
import vn.phoihop.reporting.report.ReportState.Move;

/** A report and what becomes of it. Each move checks and changes; facts are those of after it. */
@Entity
class Report {

  @Id private UUID id;
  private UUID enterpriseId;
  private UUID obligationId;
  private String period;
  @Nullable private UUID campaignId;

  @Enumerated(EnumType.STRING)
  private ReportState state;

  private int version;

  // No @Version: the row is locked while it is moved, and the fact needs the number before the
  // flush.
  private long sequence;
  @Nullable private Integer submittedVersion;
  @Nullable private Instant submittedAt;
  @Nullable private Integer acceptedVersion;
  @Nullable private Instant acceptedAt;
  private boolean late;
  private List<String> reasons;
  private boolean correctionAllowed;

  protected Report() {}

  Report(UUID id, ObligationReference of) {
    this.id = id;
    this.enterpriseId = of.enterpriseId();
    this.obligationId = of.id();
    this.period = of.period();
    this.campaignId = of.campaignId();
    this.state = ReportState.DRAFT;
    this.version = 1;
    this.sequence = 1;
    this.reasons = List.of();
  }

  void edit() {
    move(state == ReportState.RETURNED ? Move.EDIT_RETURNED : Move.EDIT_DRAFT);
  }

  /** What was returned becomes the next version. */
  void submit(boolean lateNow, Instant at) {
    boolean resubmitted = state == ReportState.RETURNED;
    move(Move.SUBMIT);
    if (resubmitted) {
      version++;
    }
    submittedVersion = version;
    submittedAt = at;
    late = lateNow;
    reasons = List.of();
  }

  void giveBack(List<String> why) {
    move(Move.RETURN);
    reasons = why;
  }

  /** This version counts from now on, and no earlier one. */
  void accept(Instant at) {
    move(Move.ACCEPT);
    acceptedVersion = version;
    acceptedAt = at;
  }

  void allowCorrection() {
    move(Move.ALLOW_CORRECTION);
    correctionAllowed = true;
  }

  /** The accepted version counts until the one that is begun here is accepted. */
  void correct() {
    if (state == ReportState.ACCEPTED && !correctionAllowed) {
      throw ProblemException.of(ReportProblem.CORRECTION_NOT_ALLOWED);
    }
    move(Move.CORRECT);
    correctionAllowed = false;
    version++;
  }

  /** 409 where nothing can be submitted now. */
  void requireSubmittable() {
    Move.SUBMIT.apply(state);
  }

  private void move(Move move) {
    state = move.apply(state);
    sequence++;
  }

  /** Whether something is being written that was not submitted. */
  boolean isBeingWritten() {
    return state == ReportState.DRAFT || state == ReportState.RETURNED;
  }

  UUID id() {
    return id;
  }

  UUID enterpriseId() {
    return enterpriseId;
  }

  /** The party that wrote it. */
  String owner() {
    return enterpriseId.toString();
  }

  List<String> audience() {
    return List.of(Caller.DEPARTMENT_PARTY, owner());
  }

  UUID obligationId() {
    return obligationId;
  }

  String period() {
    return period;
  }

  @Nullable UUID campaignId() {
    return campaignId;
  }

  ReportState state() {
    return state;
  }

  int version() {
    return version;
  }

  long sequence() {
    return sequence;
  }

  @Nullable Integer submittedVersion() {
    return submittedVersion;
  }

  @Nullable Instant submittedAt() {
    return submittedAt;
  }

  @Nullable Integer acceptedVersion() {
    return acceptedVersion;
  }

  @Nullable Instant acceptedAt() {
    return acceptedAt;
  }

  boolean late() {
    return late;
  }

  List<String> reasons() {
    return reasons;
  }

  boolean correctionAllowed() {
    return correctionAllowed;
  }
}
