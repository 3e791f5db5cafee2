package vn.phoihop.reporting.consolidation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.problem.ProblemException;

/** What can be read of consolidated reports. */
@ApplicationScoped
class ConsolidatedReportReadService {

  private final ConsolidatedReportRepository reports;
  private final ConsolidatedReportReadRepository reading;
  private final Cursors cursors;

  ConsolidatedReportReadService(
      ConsolidatedReportRepository reports,
      ConsolidatedReportReadRepository reading,
      Cursors cursors) {
    this.reports = reports;
    this.reading = reading;
    this.cursors = cursors;
  }

  @Transactional
  Page<ConsolidatedReportSummary> list(ConsolidatedReportFilter filter, PageRequest page) {
    List<ConsolidatedReportSummary> rows =
        reading.list(filter, cursors.decode(page, filter.scope()), page.limit() + 1);
    return cursors.page(rows, page, filter.scope(), row -> new Position(row.createdAt(), row.id()));
  }

  @Transactional
  ConsolidatedReportView get(UUID id) {
    return ConsolidatedReportView.of(
        find(id),
        reading.content(id).orElse(null),
        reading.sections(id).orElse(null),
        reading.signature(id).orElse(null));
  }

  @Transactional
  Page<LineageSummary> lineage(UUID id, @Nullable String violationType, PageRequest page) {
    find(id).state().requireFrozen("lineage");
    String scope = "consolidated-reports/" + id + "/lineage?violationType=" + violationType;
    Position after = cursors.decode(page, scope);
    List<LineageSummary> rows =
        reading.lineage(id, violationType, after == null ? null : after.id(), page.limit() + 1);
    // Ordered by enterprise id alone; the cursor's time says nothing here.
    return cursors.page(rows, page, scope, row -> new Position(Instant.EPOCH, row.enterpriseId()));
  }

  @Transactional
  Page<ConsolidatedHistoryView> history(UUID id, PageRequest page) {
    find(id);
    String scope = "consolidated-reports/" + id + "/history";
    List<ConsolidatedHistoryView> rows =
        reading.history(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.sequence()));
  }

  private ConsolidatedReport find(UUID id) {
    return reports.findByIdOptional(id).orElseThrow(ProblemException::notFound);
  }
}
