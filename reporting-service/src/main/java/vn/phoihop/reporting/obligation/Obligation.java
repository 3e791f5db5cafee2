package vn.phoihop.reporting.obligation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.reporting.obligation.ObligationState.Move;

/**
 * A report that is owed. Each move checks and changes; what others must know it returns as fact.
 */
@Entity
class Obligation {

  @Id private UUID id;
  private UUID enterpriseId;

  @Enumerated(EnumType.STRING)
  private ObligationKind kind;

  private String period;
  @Nullable private UUID campaignId;
  @Nullable private String title;

  @Enumerated(EnumType.STRING)
  private ObligationState state;

  // No @Version: the row is locked while it is moved, and the fact needs the number before the
  // flush.
  private long sequence;
  private Instant openedAt;
  @Embedded private Due due;
  @Nullable private Instant firstSubmittedAt;
  @Nullable private String reason;
  private boolean dueSoonTold;
  private boolean overdueTold;

  protected Obligation() {}

  private Obligation(
      UUID id, UUID enterpriseId, ObligationKind kind, String period, Due due, Instant at) {
    this.id = id;
    this.enterpriseId = enterpriseId;
    this.kind = kind;
    this.period = period;
    this.due = due;
    this.openedAt = at;
    this.state = ObligationState.OPEN;
    this.sequence = 1;
  }

  static Obligation periodic(UUID id, UUID enterpriseId, String period, Due due, Instant at) {
    return new Obligation(id, enterpriseId, ObligationKind.PERIODIC, period, due, at);
  }

  static Obligation of(CampaignTerms campaign, UUID id, UUID enterpriseId, Instant at) {
    Obligation asked =
        new Obligation(
            id,
            enterpriseId,
            ObligationKind.CAMPAIGN,
            campaign.period(),
            Due.named(campaign.dueAt(), at),
            at);
    asked.campaignId = campaign.id();
    asked.title = campaign.title();
    return asked;
  }

  ObligationEvent opened() {
    return new ObligationEvent.Opened(ObligationFacts.of(this, openedAt));
  }

  ObligationEvent tellDueSoon(Instant at) {
    dueSoonTold = true;
    sequence++;
    return new ObligationEvent.DueSoon(ObligationFacts.of(this, at));
  }

  /** Who is told that it is overdue need not be told that it will be. */
  ObligationEvent tellOverdue(Instant at) {
    dueSoonTold = true;
    overdueTold = true;
    sequence++;
    return new ObligationEvent.Overdue(ObligationFacts.of(this, at));
  }

  void submit(Instant at) {
    move(Move.SUBMIT);
    if (firstSubmittedAt == null) {
      firstSubmittedAt = at;
    }
  }

  /**
   * @param accepted whether an earlier version of the report counts
   */
  void giveBack(boolean accepted) {
    move(accepted ? Move.RETURN_REOPENED : Move.RETURN_OPEN);
  }

  void accept() {
    move(Move.ACCEPT);
  }

  void correct() {
    move(Move.CORRECT);
  }

  void exempt(String why) {
    move(Move.EXEMPT);
    reason = why;
  }

  void cancel(String why) {
    move(Move.CANCEL);
    reason = why;
  }

  /** 409 where no report can be submitted now. */
  void requireOpen() {
    Move.SUBMIT.apply(state);
  }

  private void move(Move move) {
    state = move.apply(state);
    sequence++;
  }

  /** Judged by the first submission: what is returned afterwards is a matter of accuracy. */
  boolean isLate() {
    return firstSubmittedAt != null && firstSubmittedAt.isAfter(due.dueAt());
  }

  UUID id() {
    return id;
  }

  UUID enterpriseId() {
    return enterpriseId;
  }

  /** The party that opened it. */
  String owner() {
    return kind == ObligationKind.PERIODIC ? Caller.SYSTEM_PARTY : Caller.DEPARTMENT_PARTY;
  }

  List<String> audience() {
    return List.of(Caller.DEPARTMENT_PARTY, enterpriseId.toString());
  }

  ObligationKind kind() {
    return kind;
  }

  String period() {
    return period;
  }

  @Nullable UUID campaignId() {
    return campaignId;
  }

  @Nullable String title() {
    return title;
  }

  ObligationState state() {
    return state;
  }

  long sequence() {
    return sequence;
  }

  Instant openedAt() {
    return openedAt;
  }

  Due due() {
    return due;
  }
}
