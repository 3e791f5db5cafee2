package vn.phoihop.incident.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.exchange.AcknowledgeExchange.Action;
import vn.phoihop.incident.exchange.ReceiptState.Move;
import vn.phoihop.platform.identity.Caller;

/** What became of one version of an exchange at one recipient. */
@Entity
@Table(name = "exchange_receipt")
class Receipt {

  @Id private UUID id;
  private UUID exchangeId;
  private int version;
  private String party;

  @Enumerated(EnumType.STRING)
  private ReceiptState state;

  private Instant deliveredAt;
  @Nullable private Instant readAt;
  @Nullable private Instant acknowledgedAt;

  @Enumerated(EnumType.STRING)
  @Nullable
  private Action action;

  @Nullable private String note;
  @Nullable private UUID person;
  @Nullable private Instant recallConfirmedAt;

  protected Receipt() {}

  void read(Caller by, Instant at) {
    move(Move.READ, by);
    readAt = at;
  }

  void acknowledge(AcknowledgeExchange said, Caller by, Instant at) {
    move(Move.ACKNOWLEDGE, by);
    acknowledgedAt = at;
    action = said.action();
    note = said.note();
  }

  void confirmRecall(Caller by, Instant at) {
    move(Move.CONFIRM_RECALL, by);
    recallConfirmedAt = at;
  }

  private void move(Move move, Caller by) {
    state = move.apply(state);
    person = by.person();
  }

  UUID id() {
    return id;
  }

  UUID exchangeId() {
    return exchangeId;
  }

  int version() {
    return version;
  }

  String party() {
    return party;
  }

  ReceiptState state() {
    return state;
  }

  Instant deliveredAt() {
    return deliveredAt;
  }

  @Nullable Instant readAt() {
    return readAt;
  }

  @Nullable Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  @Nullable Action action() {
    return action;
  }

  @Nullable String note() {
    return note;
  }

  @Nullable Instant recallConfirmedAt() {
    return recallConfirmedAt;
  }
}
