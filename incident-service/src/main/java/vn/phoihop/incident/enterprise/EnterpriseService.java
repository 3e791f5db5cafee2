package vn.phoihop.incident.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class EnterpriseService {

  private final EnterpriseRepository repository;

  EnterpriseService(EnterpriseRepository repository) {
    this.repository = repository;
  }

  @Transactional
  void apply(EnterpriseChanged changed) {
    repository.keep(changed);
  }
}
