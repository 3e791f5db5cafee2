package vn.phoihop.notification.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be sent once more, and how far that has come. */
@Entity
@Table(name = "recovery")
class Recovery {

  @Id private UUID id;

  private String party;

  @Column(name = "subscription_id")
  private UUID subscriptionId;

  @Enumerated(EnumType.STRING)
  private What what;

  private Instant since;
  private @Nullable Instant until;

  @Enumerated(EnumType.STRING)
  private RecoveryState state;

  private long seen;
  private long queued;

  @Column(name = "last_delivery")
  private @Nullable UUID lastDelivery;

  @Column(name = "last_seq")
  private @Nullable Long lastSeq;

  @Column(name = "last_arrival")
  private @Nullable Long lastArrival;

  /** The database's own time of the asking. */
  @Column(name = "upto", insertable = false, updatable = false)
  private @Nullable Instant upto;

  private long sequence;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected Recovery() {}

  Recovery(UUID id, String party, UUID subscriptionId, AskRecovery asked, Instant now) {
    this.id = id;
    this.party = party;
    this.subscriptionId = subscriptionId;
    this.what = asked.what() == null ? What.FAILED : asked.what();
    this.since = asked.since();
    this.until = asked.until();
    this.state = RecoveryState.RUNNING;
    this.sequence = 1;
    this.createdAt = now;
  }

  /** So many more rows are looked at, and so many of them queued. */
  private void advance(int seenNow, int queuedNow, Instant now) {
    if (startedAt == null) {
      startedAt = now;
    }
    seen += seenNow;
    queued += queuedNow;
    sequence++;
  }

  void advanceTo(@Nullable UUID delivery, int seenNow, int queuedNow, Instant now) {
    lastDelivery = delivery == null ? lastDelivery : delivery;
    advance(seenNow, queuedNow, now);
  }

  void advanceTo(@Nullable Long seq, int seenNow, int queuedNow, Instant now) {
    lastSeq = seq == null ? lastSeq : seq;
    advance(seenNow, queuedNow, now);
  }

  /** What must have its number in the feed before the end is reached. */
  void endsBehind(@Nullable Long arrival) {
    lastArrival = arrival;
  }

  void move(RecoveryState.Move move, Instant now) {
    state = move.apply(state);
    endedAt = now;
    sequence++;
  }

  UUID id() {
    return id;
  }

  String party() {
    return party;
  }

  UUID subscriptionId() {
    return subscriptionId;
  }

  What what() {
    return what;
  }

  Instant since() {
    return since;
  }

  @Nullable Instant until() {
    return until;
  }

  RecoveryState state() {
    return state;
  }

  long seen() {
    return seen;
  }

  long queued() {
    return queued;
  }

  @Nullable UUID lastDelivery() {
    return lastDelivery;
  }

  @Nullable Long lastSeq() {
    return lastSeq;
  }

  @Nullable Long lastArrival() {
    return lastArrival;
  }

  /** Known once it has been written. */
  Instant upto() {
    return Objects.requireNonNull(upto);
  }

  long sequence() {
    return sequence;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant startedAt() {
    return startedAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }
}
