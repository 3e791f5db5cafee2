package vn.phoihop.incident.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** What recipients say of an exchange, and what its owner reads of that. */
@ApplicationScoped
class ReceiptService {

  private final ExchangeRepository exchanges;
  private final ReceiptRepository receipts;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Cursors cursors;

  ReceiptService(
      ExchangeRepository exchanges,
      ReceiptRepository receipts,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Cursors cursors) {
    this.exchanges = exchanges;
    this.receipts = receipts;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.cursors = cursors;
  }

  @Transactional
  ReceiptView acknowledge(UUID id, AcknowledgeExchange said) {
    Caller caller = ExchangeScope.check(callers.get());
    Receipt receipt = own(id, ReceiptState.Move.ACKNOWLEDGE, caller);
    receipt.acknowledge(said, caller, clock.now());
    audit.record("exchange.acknowledged", "exchange", id, receipt.version());
    return ReceiptView.of(receipt);
  }

  @Transactional
  ReceiptView confirmRecall(UUID id) {
    Caller caller = ExchangeScope.check(callers.get());
    Receipt receipt = own(id, ReceiptState.Move.CONFIRM_RECALL, caller);
    receipt.confirmRecall(caller, clock.now());
    audit.record("exchange.recall_confirmed", "exchange", id, receipt.version());
    return ReceiptView.of(receipt);
  }

  /** Who reads it without being a recipient (the owner, the Department) is refused (403). */
  private Receipt own(UUID id, ReceiptState.Move move, Caller caller) {
    Exchange exchange = exchanges.hold(id);
    Receipt receipt =
        receipts
            .lock(id, exchange.version(), caller.party())
            .orElseThrow(ProblemException::forbidden);
    exchange.requireReceivable(move);
    return receipt;
  }

  /**
   * The content is handed out to this reader: its receipt says so, in the same transaction.
   *
   * @return the exchange, which is not recalled before that is written
   */
  Exchange open(UUID id, @Nullable Integer version, Caller caller) {
    if (!receipts.isUnread(id, caller.party())) {
      return exchanges.visible(id);
    }
    Exchange exchange = exchanges.hold(id);
    if (exchange.state().isOpen() && !TlpLimits.isWithheld(exchange.tlp(), caller)) {
      Instant now = clock.now();
      receipts
          .lock(id, version == null ? exchange.version() : version, caller.party())
          .filter(receipt -> receipt.state() == ReceiptState.DELIVERED)
          .ifPresent(receipt -> receipt.read(caller, now));
    }
    return exchange;
  }

  /** All of a version's for the owner, its own for a recipient. */
  @Transactional
  Page<ReceiptView> page(UUID id, @Nullable Integer version, PageRequest page) {
    ExchangeScope.check(callers.get());
    Exchange exchange = exchanges.visible(id);
    int wanted = version == null ? exchange.version() : version;
    String scope = "exchanges/" + id + "/receipts?version=" + wanted;
    List<ReceiptView> rows =
        receipts.page(id, wanted, cursors.decode(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> new Position(row.deliveredAt(), row.id()));
  }
}
