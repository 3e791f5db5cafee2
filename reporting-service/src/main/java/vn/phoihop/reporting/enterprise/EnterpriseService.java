package vn.phoihop.reporting.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;

@ApplicationScoped
public class EnterpriseService {

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

  /**
   * Active enterprises that were not asked for a report of this period yet; each is given once. Its
   * former periods are told, so that one that passed while nothing ran is not forgotten.
   *
   * @param period {@code 2026-H1}
   */
  @Transactional
  public List<EnterpriseToAsk> toAsk(String period, int limit) {
    return repository.toAsk(period, limit);
  }

  /** The ids of active enterprises of any of these sectors; of all of them, where none is named. */
  @Transactional
  public List<UUID> active(List<String> sectors) {
    return repository.active(sectors);
  }

  /** Those of these that are active. */
  @Transactional
  public List<UUID> activeAmong(List<UUID> ids) {
    return repository.activeAmong(ids);
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
