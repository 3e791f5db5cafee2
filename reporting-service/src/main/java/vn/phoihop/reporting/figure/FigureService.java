package vn.phoihop.reporting.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.time.BusinessClock;

/** Keeps the figures, and says what they are. */
@ApplicationScoped
public class FigureService {

  private final FactRepository facts;
  private final FigureRepository figures;
  private final CurrentCaller callers;
  private final Cursors cursors;
  private final BusinessClock clock;

  FigureService(
      FactRepository facts,
      FigureRepository figures,
      CurrentCaller callers,
      Cursors cursors,
      BusinessClock clock) {
    this.facts = facts;
    this.figures = figures;
    this.callers = callers;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * Keeps what is new and moves the figures by what it changed. Facts of one enterprise are taken
   * one batch after the other, by however many instances: an incident and its measure come from
   * different partitions, and each changes what the other counts for.
   */
  @Transactional
  void take(Facts batch) {
    if (batch.areNone()) {
      return;
    }
    facts.lock(batch.enterprises());
    Tally tally = new Tally();
    facts.contributions(batch.ids(), batch.enterprises()).forEach(tally::subtract);
    facts.keep(batch);
    facts.contributions(batch.ids(), batch.enterprises()).forEach(tally::add);
    figures.move(tally);
  }

  /** An enterprise's figures of a period as they stand now, in one glance. */
  @Transactional
  public Recorded recorded(UUID enterpriseId, String period) {
    return figures.recorded(enterpriseId, period);
  }

  @Transactional
  StatisticsView statistics(@Nullable String of, @Nullable UUID enterpriseId, PageRequest page) {
    Period period =
        of == null ? Period.of(clock.today()) : Period.begun("query:period", of, clock.today());
    Caller caller = ReportScope.check(callers.get());
    String scope = "statistics?period=" + period + "&enterpriseId=" + enterpriseId;
    Position after = cursors.decode(page, scope);
    UUID only =
        caller.isEnterprise() && enterpriseId == null ? caller.enterpriseId() : enterpriseId;
    List<StatisticsSummary> rows =
        figures.statistics(
            period.toString(), only, after == null ? null : after.id(), page.limit() + 1);
    // Ordered by the enterprise's id alone, which no fact moves.
    Page<StatisticsSummary> items =
        cursors.page(
            rows, page, scope, row -> new Position(java.time.Instant.EPOCH, row.enterpriseId()));
    return new StatisticsView(period.toString(), clock.now(), items.items(), items.next());
  }
}
