package vn.phoihop.incident.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class EnterpriseRepository {

  private final EntityManager entityManager;

  EnterpriseRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Keeps what is newer than what is here. */
  void keep(EnterpriseChanged changed) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO enterprise AS known (id, name, sectors, state, sequence)
            VALUES (:id, :name, :sectors, :state, :sequence)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, sectors = excluded.sectors, state = excluded.state,
              sequence = excluded.sequence
            WHERE known.sequence < excluded.sequence""")
        .setParameter("id", changed.id())
        .setParameter("name", changed.name())
        .setParameter("sectors", changed.sectors().toArray(String[]::new))
        .setParameter("state", changed.state())
        .setParameter("sequence", changed.sequence())
        .executeUpdate();
  }

  /** Those of them that are active. */
  List<UUID> active(Collection<UUID> ids) {
    return entityManager
        .createNativeQuery(
            "SELECT id FROM enterprise WHERE id = ANY (:ids) AND state = 'ACTIVE'", UUID.class)
        .setParameter("ids", ids.toArray(UUID[]::new))
        .getResultList();
  }

  /** The active ones of any of these sectors. */
  List<UUID> activeIn(Collection<String> sectors) {
    return entityManager
        .createNativeQuery(
            "SELECT id FROM enterprise WHERE sectors && cast(:sectors AS text[]) AND state = 'ACTIVE' ORDER BY id",
            UUID.class)
        .setParameter("sectors", sectors.toArray(String[]::new))
        .getResultList();
  }
}
