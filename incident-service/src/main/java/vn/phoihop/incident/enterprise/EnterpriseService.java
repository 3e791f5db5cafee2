package vn.phoihop.incident.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Enterprises as far as liaison-service has told of them. */
@ApplicationScoped
public class EnterpriseService {

  private final EnterpriseRepository repository;

  EnterpriseService(EnterpriseRepository repository) {
    this.repository = repository;
  }

  @Transactional
  void apply(EnterpriseChanged changed) {
    repository.keep(changed);
  }

  /** Those of them that are active now. */
  @Transactional
  public Set<UUID> active(Collection<UUID> ids) {
    return ids.isEmpty() ? Set.of() : new HashSet<>(repository.active(ids));
  }

  /** Every active enterprise of any of these sectors. */
  @Transactional
  public List<UUID> activeIn(Collection<String> sectors) {
    return sectors.isEmpty() ? List.of() : repository.activeIn(sectors);
  }
}
