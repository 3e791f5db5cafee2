package vn.phoihop.reporting.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

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
            INSERT INTO enterprise AS known (id, tax_code, name, sectors, state, sequence)
            VALUES (:id, :taxCode, :name, :sectors, :state, :sequence)
            ON CONFLICT (id) DO UPDATE SET tax_code = excluded.tax_code, name = excluded.name,
              sectors = excluded.sectors, state = excluded.state, sequence = excluded.sequence
            WHERE known.sequence < excluded.sequence""")
        .setParameter("id", changed.id())
        .setParameter("taxCode", changed.taxCode())
        .setParameter("name", changed.name())
        .setParameter("sectors", changed.sectors().toArray(String[]::new))
        .setParameter("state", changed.state())
        .setParameter("sequence", changed.sequence())
        .executeUpdate();
  }

  /** Latest registered first: ids are UUIDv7. */
  List<EnterpriseSummary> list(@Nullable UUID after, int limit) {
    NativeQuery<Tuple> query =
        entityManager
            .createNativeQuery(
                "SELECT id, tax_code, name, sectors, state FROM enterprise"
                    + (after == null ? "" : " WHERE id < :after")
                    + " ORDER BY id DESC LIMIT :limit",
                Tuple.class)
            .unwrap(NativeQuery.class);
    query.setParameter("limit", limit);
    if (after != null) {
      query.setParameter("after", after);
    }
    return query.getResultStream().map(EnterpriseRepository::summary).toList();
  }

  private static EnterpriseSummary summary(Tuple row) {
    return new EnterpriseSummary(
        row.get(0, UUID.class),
        row.get(1, String.class),
        row.get(2, String.class),
        List.of(row.get(3, String[].class)),
        row.get(4, String.class));
  }
}
