package vn.phoihop.incident.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

  void add(Evidence evidence, Custody sealed) {
    persist(evidence);
    add(sealed);
  }

  void add(Custody custody) {
    getEntityManager().persist(custody);
  }

  List<Evidence> of(UUID incidentId) {
    return list("incidentId = ?1 order by at, id", incidentId);
  }
}
