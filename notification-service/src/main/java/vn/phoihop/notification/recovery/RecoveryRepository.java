package vn.phoihop.notification.recovery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

/** Recoveries; row-level security leaves those of other parties out. */
@ApplicationScoped
class RecoveryRepository implements PanacheRepositoryBase<Recovery, UUID> {

  /** Those whose next batch is due; where the subscription is not called now they wait. */
  List<UUID> due() {
    return getEntityManager()
        .createNativeQuery(
            """
            SELECT r.id FROM recovery r JOIN subscription s ON s.id = r.subscription_id
            WHERE r.state = 'RUNNING' AND r.next_at <= now() AND s.state IN ('ACTIVE', 'DELETED')
            ORDER BY r.next_at LIMIT 100""",
            UUID.class)
        .getResultList();
  }

  /**
   * One of these, locked until the transaction's end, if it still is due; one that another instance
   * has is left to it.
   */
  Optional<Recovery> take(UUID id) {
    List<Recovery> due =
        getEntityManager()
            .createNativeQuery(
                """
                SELECT * FROM recovery
                WHERE id = :id AND state = 'RUNNING' AND next_at <= now()
                FOR UPDATE SKIP LOCKED""",
                Recovery.class)
            .setParameter("id", id)
            .getResultList();
    return due.stream().findFirst();
  }

  /** The next batch is not due before that. */
  void restFor(UUID id, Duration rest) {
    flush();
    getEntityManager()
        .createNativeQuery(
            """
            UPDATE recovery SET next_at = now() + :millis * interval '1 ms' WHERE id = :id""")
        .setParameter("millis", rest.toMillis())
        .setParameter("id", id)
        .executeUpdate();
  }

  /**
   * The last event that arrived in the feed, once none can come any more that was written for the
   * subscription as it was before; null until then.
   */
  @Nullable Long lastArrival(UUID id) {
    return (Long)
        getEntityManager()
            .createNativeQuery(
                """
                SELECT CASE WHEN pg_snapshot_xmin(pg_current_snapshot()) > asked_in
                  THEN coalesce((SELECT max(n) FROM feed_arrival), 0) END
                FROM recovery WHERE id = :id""",
                Long.class)
            .setParameter("id", id)
            .getSingleResult();
  }

  /** Whether a subscription is there; if so it is locked, so that one at a time is asked for. */
  boolean lockSubscription(UUID subscriptionId) {
    return !getEntityManager()
        .createNativeQuery(
            """
            SELECT id FROM subscription WHERE id = :id AND state <> 'DELETED'
            FOR NO KEY UPDATE""",
            UUID.class)
        .setParameter("id", subscriptionId)
        .getResultList()
        .isEmpty();
  }

  boolean hasSubscription(UUID subscriptionId) {
    return !getEntityManager()
        .createNativeQuery(
            "SELECT id FROM subscription WHERE id = :id AND state <> 'DELETED'", UUID.class)
        .setParameter("id", subscriptionId)
        .getResultList()
        .isEmpty();
  }

  Optional<Recovery> running(UUID subscriptionId) {
    return find("subscriptionId = ?1 and state = ?2", subscriptionId, RecoveryState.RUNNING)
        .firstResultOptional();
  }

  Optional<Recovery> locked(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Newest first, one more than a page holds. */
  List<Recovery> page(UUID subscriptionId, @Nullable Position after, int limit) {
    StringBuilder query = new StringBuilder("subscriptionId = :subscription");
    Parameters parameters = Parameters.with("subscription", subscriptionId);
    if (after != null) {
      query.append(" and (createdAt, id) < (:at, :id)");
      parameters.and("at", after.at()).and("id", after.id());
    }
    return find(query + " order by createdAt desc, id desc", parameters).range(0, limit).list();
  }
}
