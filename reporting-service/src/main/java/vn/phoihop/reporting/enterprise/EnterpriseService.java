package vn.phoihop.reporting.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;

@ApplicationScoped
class EnterpriseService {

  private static final String SCOPE = "enterprises";

  private final EnterpriseRepository repository;
  private final Cursors cursors;

  EnterpriseService(EnterpriseRepository repository, Cursors cursors) {
    this.repository = repository;
    this.cursors = cursors;
  }

  @Transactional
  void apply(EnterpriseChanged changed) {
    repository.keep(changed);
  }

  @Transactional
  Page<EnterpriseSummary> list(PageRequest page) {
    Position after = cursors.decode(page, SCOPE);
    List<EnterpriseSummary> rows =
        repository.list(after == null ? null : after.id(), page.limit() + 1);
    // Ordered by id alone, which no later fact moves; the cursor's time says nothing here.
    return cursors.page(rows, page, SCOPE, row -> new Position(Instant.EPOCH, row.id()));
  }
}
