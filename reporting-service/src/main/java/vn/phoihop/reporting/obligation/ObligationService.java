package vn.phoihop.reporting.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.figure.ReportScope;

/** Reads obligations, and what the Department makes of them. */
@ApplicationScoped
class ObligationService {

  private final ObligationRepository obligations;
  private final ObligationReadRepository reading;
  private final Audit audit;
  private final CurrentCaller callers;
  private final Cursors cursors;
  private final BusinessClock clock;
  private final Duration lead;

  ObligationService(
      ObligationRepository obligations,
      ObligationReadRepository reading,
      Audit audit,
      CurrentCaller callers,
      Cursors cursors,
      BusinessClock clock,
      @ConfigProperty(name = "phoihop.obligation.due-soon") Duration lead) {
    this.obligations = obligations;
    this.reading = reading;
    this.audit = audit;
    this.callers = callers;
    this.cursors = cursors;
    this.clock = clock;
    this.lead = lead;
  }

  @Transactional
  Page<ObligationView> list(ObligationFilter filter, PageRequest page) {
    Caller caller = ReportScope.check(callers.get());
    if (filter.period != null) {
      Period.begun("query:period", filter.period, clock.today());
    }
    Position after = cursors.decode(page, filter.scope());
    List<ObligationView> rows =
        reading.list(caller.party(), filter, window(), after, page.limit() + 1);
    return cursors.page(rows, page, filter.scope(), row -> new Position(row.openedAt(), row.id()));
  }

  @Transactional
  ObligationView get(UUID id) {
    ReportScope.check(callers.get());
    return reading.find(id, window()).orElseThrow(ProblemException::notFound);
  }

  @Transactional
  Page<ObligationHistoryView> history(UUID id, PageRequest page) {
    get(id);
    String scope = "obligations/" + id + "/history";
    List<ObligationHistoryView> rows =
        reading.history(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.sequence()));
  }

  @Transactional
  ObligationView exempt(UUID id, @Nullable IfMatch ifMatch, Reason why) {
    return move(id, ifMatch, "exempt", why, obligation -> obligation.exempt(why.reason()));
  }

  @Transactional
  ObligationView cancel(UUID id, @Nullable IfMatch ifMatch, Reason why) {
    return move(id, ifMatch, "cancel", why, obligation -> obligation.cancel(why.reason()));
  }

  /** Tells nobody, so that no fact leaves; the enterprise reads it with its obligations. */
  private ObligationView move(
      UUID id, @Nullable IfMatch ifMatch, String verb, Reason why, Consumer<Obligation> move) {
    Obligation obligation = obligations.lock(id);
    IfMatch.check(ifMatch, obligation.sequence());
    move.accept(obligation);
    Instant now = clock.now();
    obligations.addHistory(obligation, verb, callers.get(), why.reason(), now);
    audit.record("obligation." + verb, "obligation", id, obligation.sequence());
    obligations.flush();
    return get(id);
  }

  private DueWindow window() {
    Instant now = clock.now();
    return new DueWindow(now, now.plus(lead));
  }
}
