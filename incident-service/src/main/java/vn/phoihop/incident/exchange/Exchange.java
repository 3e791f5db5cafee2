package vn.phoihop.incident.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.exchange.ExchangeState.Move;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.state.ForbiddenTransition;

/** A warning and what becomes of it; what it says is in its versions, or in its draft. */
@Entity
class Exchange {

  @Id private UUID id;
  private String writtenBy;
  private List<String> audience;
  @Nullable private UUID enterpriseId;
  private Instant createdAt;

  @Enumerated(EnumType.STRING)
  private ExchangeState state;

  private int version;
  private long sequence;

  @Enumerated(EnumType.STRING)
  private Tlp tlp;

  private List<String> recipients;
  private List<String> sectors;
  @Nullable private UUID incidentId;
  private int indicatorCount;
  private int recipientCount;
  @Nullable private Instant embargoUntil;
  @Nullable private Instant expiresAt;
  @Nullable private Instant publishedAt;
  @Nullable private Instant releasedAt;
  @Nullable private Instant recalledAt;
  @Nullable private String recallReason;

  protected Exchange() {}

  private Exchange(UUID id, Caller by, ShareExchange request, long sequence, Instant at) {
    this.id = id;
    this.writtenBy = by.party();
    this.audience = List.of(by.party());
    this.enterpriseId = by.isEnterprise() ? by.enterpriseId() : null;
    this.createdAt = at;
    this.state = ExchangeState.DRAFT;
    this.version = 1;
    this.sequence = sequence;
    fill(request);
  }

  /** Known to its owner alone. */
  static Exchange draft(UUID id, Caller by, ShareExchange request, Instant at) {
    return new Exchange(id, by, request, 1, at);
  }

  /** Published without having been a draft that anybody saw. */
  static Exchange published(UUID id, Caller by, ShareExchange request, Instant at) {
    Exchange exchange = new Exchange(id, by, request, 0, at);
    exchange.publish(at);
    return exchange;
  }

  private void fill(ShareExchange request) {
    tlp = request.tlp();
    recipients = request.recipients();
    sectors = request.sectors();
    incidentId = request.incidentId();
    indicatorCount = request.indicators().size();
    embargoUntil = request.embargoUntil();
    expiresAt = request.expiresAt();
  }

  void edit(ShareExchange request) {
    move(Move.EDIT);
    fill(request);
  }

  /** It is out; whoever it is for learns of it when it is released. */
  void publish(Instant at) {
    move(Move.PUBLISH);
    publishedAt = at;
  }

  boolean isUnderEmbargo(Instant at) {
    return embargoUntil != null && embargoUntil.isAfter(at);
  }

  /** From now on these know of it, and the Department where the marking says so. */
  void release(List<String> parties, Instant at) {
    Set<String> knowing = new LinkedHashSet<>(audience);
    knowing.addAll(parties);
    if (TlpLimits.isShared(tlp)) {
      knowing.add(Caller.DEPARTMENT_PARTY);
    }
    audience = List.copyOf(knowing);
    recipientCount = parties.size();
    releasedAt = at;
  }

  /** What was published before and was released now is another change of the row. */
  void releaseLater(List<String> parties, Instant at) {
    release(parties, at);
    sequence++;
  }

  void correct(int indicators) {
    move(Move.CORRECT);
    version++;
    indicatorCount = indicators;
  }

  void recall(String reason, Instant at) {
    move(Move.RECALL);
    recalledAt = at;
    recallReason = reason;
  }

  void expire() {
    move(Move.EXPIRE);
  }

  private void move(Move move) {
    state = move.apply(state);
    sequence++;
  }

  /** The owner's acts are the owner's: another reader is refused (403). */
  Exchange ownedBy(Caller caller) {
    if (!isOwnedBy(caller)) {
      throw ProblemException.forbidden();
    }
    return this;
  }

  boolean isOwnedBy(Caller caller) {
    return writtenBy.equals(caller.party());
  }

  /** A recipient acknowledges what stands, and confirms the recall of what does not. */
  void requireReceivable(ReceiptState.Move move) {
    ReceiptState.Move possible =
        state == ExchangeState.RECALLED
            ? ReceiptState.Move.CONFIRM_RECALL
            : ReceiptState.Move.ACKNOWLEDGE;
    if (move != possible) {
      throw new ForbiddenTransition(state.name(), move.verb(), List.of(possible.verb()));
    }
  }

  UUID id() {
    return id;
  }

  String owner() {
    return writtenBy;
  }

  List<String> audience() {
    return audience;
  }

  @Nullable UUID enterpriseId() {
    return enterpriseId;
  }

  Instant createdAt() {
    return createdAt;
  }

  ExchangeState state() {
    return state;
  }

  int version() {
    return version;
  }

  long sequence() {
    return sequence;
  }

  Tlp tlp() {
    return tlp;
  }

  List<String> recipients() {
    return recipients;
  }

  List<String> sectors() {
    return sectors;
  }

  @Nullable UUID incidentId() {
    return incidentId;
  }

  int indicatorCount() {
    return indicatorCount;
  }

  int recipientCount() {
    return recipientCount;
  }

  @Nullable Instant embargoUntil() {
    return embargoUntil;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  @Nullable Instant publishedAt() {
    return publishedAt;
  }

  boolean isReleased() {
    return releasedAt != null;
  }

  @Nullable Instant recalledAt() {
    return recalledAt;
  }

  @Nullable String recallReason() {
    return recallReason;
  }
}
