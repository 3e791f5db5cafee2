package vn.phoihop.incident.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** What can be read of measures. */
@ApplicationScoped
class MeasureReadService {

  private final MeasureRepository measures;
  private final MeasureReadRepository reading;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Cursors cursors;

  MeasureReadService(
      MeasureRepository measures,
      MeasureReadRepository reading,
      CurrentCaller callers,
      BusinessClock clock,
      Cursors cursors) {
    this.measures = measures;
    this.reading = reading;
    this.callers = callers;
    this.clock = clock;
    this.cursors = cursors;
  }

  @Transactional
  Page<MeasureSummary> list(MeasureFilter filter, PageRequest page) {
    Caller caller = MeasureScope.check(callers.get());
    List<MeasureSummary> rows =
        reading.list(
            caller.party(), filter, cursors.decode(page, filter.scope()), page.limit() + 1);
    return cursors.page(
        rows, page, filter.scope(), row -> new Position(row.visibleSince(), row.id()));
  }

  @Transactional
  MeasureView get(UUID id) {
    return MeasureView.of(visible(id), clock.now());
  }

  @Transactional
  Page<MeasureHistoryView> history(UUID id, PageRequest page) {
    visible(id);
    String scope = "measures/" + id + "/history";
    List<MeasureHistoryView> rows =
        reading.history(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.sequence()));
  }

  private Measure visible(UUID id) {
    MeasureScope.check(callers.get());
    return measures.findByIdOptional(id).orElseThrow(ProblemException::notFound);
  }
}
