package vn.phoihop.incident.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phoihop.incident.report.Indicators;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/** What can be read of exchanges, by their owners and by those who got them. */
@ApplicationScoped
class ExchangeReadService {

  private final ExchangeRepository exchanges;
  private final ExchangeReadRepository reading;
  private final ReceiptService receipts;
  private final Audit audit;
  private final CurrentCaller callers;
  private final Cursors cursors;

  ExchangeReadService(
      ExchangeRepository exchanges,
      ExchangeReadRepository reading,
      ReceiptService receipts,
      Audit audit,
      CurrentCaller callers,
      Cursors cursors) {
    this.exchanges = exchanges;
    this.reading = reading;
    this.receipts = receipts;
    this.audit = audit;
    this.callers = callers;
    this.cursors = cursors;
  }

  @Transactional
  Page<ExchangeSummary> list(ExchangeFilter filter, PageRequest page) {
    Caller caller = ExchangeScope.check(callers.get());
    List<ExchangeSummary> rows =
        reading.list(
            caller.party(),
            caller.isMachine(),
            filter,
            cursors.decode(page, filter.scope()),
            page.limit() + 1);
    return cursors.page(
        rows, page, filter.scope(), row -> new Position(row.visibleSince(), row.id()));
  }

  @Transactional
  ExchangeView get(UUID id) {
    Caller caller = ExchangeScope.check(callers.get());
    Exchange exchange = receipts.open(id, null, caller);
    if (exchange.isOwnedBy(caller)) {
      return own(exchange);
    }
    String ownerName = reading.ownerName(exchange.enterpriseId()).orElse(null);
    Optional<Content> content =
        TlpLimits.isWithheld(exchange.tlp(), caller)
            ? Optional.empty()
            : reading.version(id, exchange.version());
    if (content.isEmpty()) {
      return ExchangeView.header(exchanges.reread(exchange), ownerName);
    }
    audit.record("exchange.read", "exchange", id, exchange.sequence());
    return ExchangeView.forReader(exchange, ownerName, content.get());
  }

  private ExchangeView own(Exchange exchange) {
    if (exchange.state() == ExchangeState.DRAFT) {
      ShareExchange draft = reading.draft(exchange.id()).orElseThrow(ProblemException::notFound);
      return ExchangeView.forOwner(
          exchange,
          draft.content(),
          Indicators.normalise(draft.indicators(), ProblemException.of(CommonProblem.INVALID)));
    }
    Content content =
        reading.version(exchange.id(), exchange.version()).orElseThrow(ProblemException::notFound);
    return ExchangeView.forOwner(exchange, content.content(), content.indicators());
  }

  @Transactional
  Page<ExchangeVersionSummary> versions(UUID id, PageRequest page) {
    readable(exchanges.visible(id), ExchangeScope.check(callers.get()));
    String scope = "exchanges/" + id + "/versions";
    List<ExchangeVersionSummary> rows =
        reading.versions(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.version()));
  }

  @Transactional
  ExchangeVersionView version(UUID id, int version) {
    Caller caller = ExchangeScope.check(callers.get());
    Exchange exchange = readable(receipts.open(id, version, caller), caller);
    Content content = reading.version(id, version).orElseThrow(ProblemException::notFound);
    if (!exchange.isOwnedBy(caller)) {
      audit.record("exchange.read", "exchange", id, exchange.sequence());
    }
    return ExchangeVersionView.of(content);
  }

  /** The owner's alone: recipients are told by the state and by corrections. */
  @Transactional
  Page<ExchangeHistoryView> history(UUID id, PageRequest page) {
    exchanges.visible(id).ownedBy(ExchangeScope.check(callers.get()));
    String scope = "exchanges/" + id + "/history";
    List<ExchangeHistoryView> rows =
        reading.history(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.sequence()));
  }

  /** 403 for a machine that asks for what is for persons only. */
  private static Exchange readable(Exchange exchange, Caller caller) {
    if (!exchange.isOwnedBy(caller) && TlpLimits.isWithheld(exchange.tlp(), caller)) {
      throw ProblemException.forbidden();
    }
    return exchange;
  }
}
