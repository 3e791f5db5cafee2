package vn.phoihop.reporting.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
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
            INSERT INTO enterprise AS known (id, tax_code, name, sectors, state, sequence, active_since)
            VALUES (:id, :taxCode, :name, :sectors, :state, :sequence,
              CASE WHEN :state = 'ACTIVE' THEN cast(:at AS timestamptz) END)
            ON CONFLICT (id) DO UPDATE SET tax_code = excluded.tax_code, name = excluded.name,
              sectors = excluded.sectors, state = excluded.state, sequence = excluded.sequence,
              active_since = CASE WHEN excluded.state = 'ACTIVE'
                THEN coalesce(known.active_since, excluded.active_since) END
            WHERE known.sequence < excluded.sequence""")
        .setParameter("id", changed.id())
        .setParameter("taxCode", changed.taxCode())
        .setParameter("name", changed.name())
        .setParameter("sectors", changed.sectors().toArray(String[]::new))
        .setParameter("state", changed.state())
        .setParameter("sequence", changed.sequence())
        .setParameter("at", changed.occurredAt())
        .executeUpdate();
  }

  /**
   * Active ones that were not asked for this period yet; they count as asked once the transaction
   * commits. Another instance is given others.
   */
  List<EnterpriseToAsk> toAsk(String period, int limit) {
    NativeQuery<Tuple> query =
        entityManager
            .createNativeQuery(
                """
                WITH due AS (
                  SELECT id, active_since, asked_until FROM enterprise
                  WHERE state = 'ACTIVE' AND asked_until < :period
                  ORDER BY asked_until LIMIT :limit FOR UPDATE SKIP LOCKED)
                UPDATE enterprise e SET asked_until = :period FROM due WHERE e.id = due.id
                RETURNING e.id, due.active_since, due.asked_until""",
                Tuple.class)
            .unwrap(NativeQuery.class);
    query.setParameter("period", period).setParameter("limit", limit);
    return query
        .getResultStream()
        .map(
            row ->
                new EnterpriseToAsk(
                    row.get(0, UUID.class), row.get(1, Instant.class), row.get(2, String.class)))
        .toList();
  }

  /** Active ones of any of these sectors; of all, where none is named. */
  List<UUID> active(List<String> sectors) {
    return entityManager
        .createNativeQuery(
            """
            SELECT id FROM enterprise WHERE state = 'ACTIVE'
              AND (cardinality(:sectors) = 0 OR sectors && cast(:sectors AS text[])) ORDER BY id""",
            UUID.class)
        .setParameter("sectors", sectors.toArray(String[]::new))
        .getResultList();
  }

  /** Those of these that are active. */
  List<UUID> activeAmong(List<UUID> ids) {
    return entityManager
        .createNativeQuery(
            "SELECT id FROM enterprise WHERE state = 'ACTIVE' AND id IN (:ids) ORDER BY id",
            UUID.class)
        .setParameter("ids", ids)
        .getResultList();
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
