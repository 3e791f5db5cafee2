package vn.phoihop.liaison.contact;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

@Singleton
class ReachabilityRepository {

  private static final String SELECT =
      "SELECT person_id, party, reason, since FROM contact_reachability ";
  private static final String NEWEST_FIRST = " ORDER BY since DESC, person_id DESC";

  private final EntityManager entityManager;

  ReachabilityRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** The latest counts, in whatever order they come; a failure that goes on keeps its beginning. */
  void put(ReachabilityChanged change) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO contact_reachability AS c (person_id, party, reason, since, changed_at)
            VALUES (:person, :party, :reason, :at, :at)
            ON CONFLICT (person_id) DO UPDATE SET party = excluded.party, reason = excluded.reason,
              since = CASE WHEN c.reason IS NULL THEN excluded.since ELSE c.since END,
              changed_at = excluded.changed_at
            WHERE c.changed_at < excluded.changed_at""")
        .setParameter("person", change.personId())
        .setParameter("party", change.party())
        .setParameter("reason", change.reason())
        .setParameter("at", change.occurredAt())
        .executeUpdate();
  }

  @Nullable UnreachableContactView find(UUID personId) {
    List<UnreachableContactView> rows =
        entityManager
            .createNativeQuery(
                SELECT + "WHERE person_id = :person AND reason IS NOT NULL",
                UnreachableContactView.class)
            .setParameter("person", personId)
            .getResultList();
    return rows.isEmpty() ? null : rows.get(0);
  }

  /** Newest first; party null for all. */
  List<UnreachableContactView> page(@Nullable String party, @Nullable Position after, int rows) {
    String where =
        "WHERE reason IS NOT NULL"
            + (party == null ? "" : " AND party = :party")
            + (after == null ? "" : " AND (since, person_id) < (:at, :id)");
    var query =
        entityManager
            .createNativeQuery(SELECT + where + NEWEST_FIRST, UnreachableContactView.class)
            .setMaxResults(rows);
    if (party != null) {
      query.setParameter("party", party);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
