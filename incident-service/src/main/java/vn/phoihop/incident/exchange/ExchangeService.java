package vn.phoihop.incident.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.enterprise.EnterpriseService;
import vn.phoihop.incident.exchange.ExchangeEvent.Facts;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** What an owner does with an exchange, and what its times bring about. */
@ApplicationScoped
class ExchangeService {

  private final ExchangeRepository exchanges;
  private final ExchangeReadRepository reading;
  private final ExchangeCheck check;
  private final EnterpriseService enterprises;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  ExchangeService(
      ExchangeRepository exchanges,
      ExchangeReadRepository reading,
      ExchangeCheck check,
      EnterpriseService enterprises,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.exchanges = exchanges;
    this.reading = reading;
    this.check = check;
    this.enterprises = enterprises;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  @Transactional
  ExchangeView share(ShareExchange request) {
    Caller caller = ExchangeScope.check(callers.get());
    Instant now = clock.now();
    List<Indicator> indicators = check.indicators(request, caller, now);
    if (request.isDraft()) {
      Exchange draft = Exchange.draft(ids.next(), caller, request, now);
      exchanges.add(draft);
      exchanges.addDraft(draft, request);
      audit.record("exchange.drafted", "exchange", draft.id(), draft.sequence());
      exchanges.addHistory(draft, "draft", caller, null, now);
      return ExchangeView.forOwner(draft, request.content(), indicators);
    }
    Exchange exchange = Exchange.published(ids.next(), caller, request, now);
    ExchangeView view = published(exchange, request, indicators, now);
    // Whole before it is stored: its row can be changed once its reader row is there, at the end.
    exchanges.add(exchange);
    return view;
  }

  @Transactional
  ExchangeView edit(UUID id, @Nullable IfMatch ifMatch, ShareExchange request) {
    Caller caller = ExchangeScope.check(callers.get());
    Exchange exchange = exchanges.lock(id).ownedBy(caller);
    IfMatch.require(ifMatch, exchange.sequence());
    Instant now = clock.now();
    exchange.edit(request);
    List<Indicator> indicators = check.indicators(request, caller, now);
    exchanges.changeDraft(exchange, request);
    audit.record("exchange.edited", "exchange", id, exchange.sequence());
    exchanges.addHistory(exchange, "edit", caller, null, now);
    return ExchangeView.forOwner(exchange, request.content(), indicators);
  }

  /** Checked again: since it was written, a recipient may have closed and times have passed. */
  @Transactional
  ExchangeView publish(UUID id, @Nullable IfMatch ifMatch) {
    Exchange exchange = lock(id, ifMatch);
    Instant now = clock.now();
    exchange.publish(now);
    ShareExchange request = reading.draft(id).orElseThrow(ProblemException::notFound);
    List<Indicator> indicators = check.indicators(request, callers.get(), now);
    exchanges.removeDraft(exchange);
    return published(exchange, request, indicators, now);
  }

  private ExchangeView published(
      Exchange exchange, ShareExchange request, List<Indicator> indicators, Instant now) {
    exchanges.addVersion(exchange, request.content(), indicators, now);
    if (exchange.isUnderEmbargo(now)) {
      audit.record("exchange.embargoed", "exchange", exchange.id(), exchange.sequence());
    } else {
      List<String> parties = recipients(exchange);
      exchange.release(parties, now);
      exchanges.addRecipients(exchange, parties, now);
      outbox.append(new ExchangeEvent.Published(Facts.of(exchange, now)));
    }
    exchanges.addHistory(exchange, "publish", callers.get(), null, now);
    return ExchangeView.forOwner(exchange, request.content(), indicators);
  }

  /** Those named, and who is active in the sectors now; the owner is not told what it says. */
  private List<String> recipients(Exchange exchange) {
    return Stream.concat(
            exchange.recipients().stream(),
            enterprises.activeIn(exchange.sectors()).stream().map(UUID::toString))
        .distinct()
        .filter(party -> !party.equals(exchange.owner()))
        .toList();
  }

  @Transactional
  ExchangeView correct(UUID id, @Nullable IfMatch ifMatch, CorrectExchange request) {
    Exchange exchange = lock(id, ifMatch);
    Instant now = clock.now();
    List<Indicator> indicators = ExchangeRules.check(request);
    exchange.correct(indicators.size());
    exchanges.addVersion(exchange, request.content(), indicators, now);
    if (exchange.isReleased()) {
      exchanges.addReceiptsOfCorrection(exchange, now);
      outbox.append(new ExchangeEvent.Published(Facts.of(exchange, now)));
    } else {
      audit.record("exchange.corrected", "exchange", id, exchange.sequence());
    }
    exchanges.addHistory(exchange, "correct", callers.get(), request.reason(), now);
    return ExchangeView.forOwner(exchange, request.content(), indicators);
  }

  /** One under embargo is recalled untold: nobody knew of it. */
  @Transactional
  ExchangeView recall(UUID id, @Nullable IfMatch ifMatch, RecallExchange request) {
    Exchange exchange = lock(id, ifMatch);
    Instant now = clock.now();
    exchange.recall(request.reason(), now);
    if (exchange.isReleased()) {
      outbox.append(new ExchangeEvent.Recalled(Facts.of(exchange, now)));
    } else {
      audit.record("exchange.recalled", "exchange", id, exchange.sequence());
    }
    exchanges.addHistory(exchange, "recall", callers.get(), request.reason(), now);
    Content content =
        reading.version(id, exchange.version()).orElseThrow(ProblemException::notFound);
    return ExchangeView.forOwner(exchange, content.content(), content.indicators());
  }

  /** Releases one exchange whose embargo is over; false: there was none. */
  @Transactional
  boolean releaseDue() {
    Instant now = clock.now();
    List<Exchange> due = exchanges.toRelease(now);
    for (Exchange exchange : due) {
      List<String> parties = recipients(exchange);
      exchange.releaseLater(parties, now);
      exchanges.addRecipients(exchange, parties, now);
      outbox.append(new ExchangeEvent.Published(Facts.of(exchange, now)));
      exchanges.addHistory(exchange, "release", callers.get(), null, now);
    }
    return !due.isEmpty();
  }

  /** Ends one exchange whose time is over; false: there was none. */
  @Transactional
  boolean expireDue() {
    Instant now = clock.now();
    List<Exchange> due = exchanges.toExpire(now);
    for (Exchange exchange : due) {
      exchange.expire();
      audit.record("exchange.expired", "exchange", exchange.id(), exchange.sequence());
      exchanges.addHistory(exchange, "expire", callers.get(), null, now);
    }
    return !due.isEmpty();
  }

  private Exchange lock(UUID id, @Nullable IfMatch ifMatch) {
    Exchange exchange = exchanges.lock(id).ownedBy(ExchangeScope.check(callers.get()));
    IfMatch.check(ifMatch, exchange.sequence());
    return exchange;
  }
}
