package vn.phoihop.notification.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.problem.ProblemException;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, UUID> {

  /** One that is there; row-level security leaves those of other parties out. */
  Optional<Subscription> present(UUID id) {
    return find("id = ?1 and state <> ?2", id, SubscriptionState.DELETED).firstResultOptional();
  }

  /** The same, locked until the transaction's end. */
  Optional<Subscription> locked(UUID id) {
    return find("id = ?1 and state <> ?2", id, SubscriptionState.DELETED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Locks one that was read until the transaction's end, and reads it anew. */
  void lock(Subscription subscription) {
    getEntityManager().refresh(subscription, LockModeType.PESSIMISTIC_WRITE);
    if (subscription.state() == SubscriptionState.DELETED) {
      throw ProblemException.notFound();
    }
  }

  /** One who counts and adds at a time, until the transaction's end. */
  void lock(String party) {
    getEntityManager()
        .createNativeQuery(
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('subscription ' || :party, 0))")
        .setParameter("party", party)
        .getSingleResult();
  }

  long count(String party) {
    return count("party = ?1 and state <> ?2", party, SubscriptionState.DELETED);
  }

  /**
   * Newest first, one more than a page holds.
   *
   * @param party whose; null for all
   */
  List<Subscription> page(@Nullable String party, @Nullable Position after, int limit) {
    StringBuilder query = new StringBuilder("state <> :deleted");
    Parameters parameters = Parameters.with("deleted", SubscriptionState.DELETED);
    if (party != null) {
      query.append(" and party = :party");
      parameters.and("party", party);
    }
    if (after != null) {
      query.append(" and (createdAt, id) < (:at, :id)");
      parameters.and("at", after.at()).and("id", after.id());
    }
    return find(query + " order by createdAt desc, id desc", parameters).range(0, limit).list();
  }
}
