package vn.phoihop.incident.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

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
            INSERT INTO enterprise AS known (id, name, state, sequence)
            VALUES (:id, :name, :state, :sequence)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, state = excluded.state, sequence = excluded.sequence
            WHERE known.sequence < excluded.sequence""")
        .setParameter("id", changed.id())
        .setParameter("name", changed.name())
        .setParameter("state", changed.state())
        .setParameter("sequence", changed.sequence())
        .executeUpdate();
  }
}
