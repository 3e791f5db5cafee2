package vn.phoihop.incident.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

@ApplicationScoped
class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

  void add(Evidence evidence, Custody sealed) {
    persist(evidence);
    add(sealed);
  }

  void add(Custody custody) {
    getEntityManager().persist(custody);
  }

  /** Oldest first. */
  List<Evidence> page(UUID incidentId, @Nullable Position after, int rows) {
    return (after == null
            ? find("incidentId = ?1 order by at, id", incidentId)
            : find(
                "incidentId = ?1 and (at, id) > (?2, ?3) order by at, id",
                incidentId,
                after.at(),
                after.id()))
        .range(0, rows - 1)
        .list();
  }
}
