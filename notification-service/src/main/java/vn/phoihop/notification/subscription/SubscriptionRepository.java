package vn.phoihop.notification.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

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

  long count(String party) {
    return count("party = ?1 and state <> ?2", party, SubscriptionState.DELETED);
  }

  /** Newest first, one more than a page holds. */
  List<Subscription> page(@Nullable Position after, int limit) {
    return after == null
        ? find("state <> ?1 order by createdAt desc, id desc", SubscriptionState.DELETED)
            .range(0, limit)
            .list()
        : find(
                "state <> ?1 and (createdAt, id) < (?2, ?3) order by createdAt desc, id desc",
                SubscriptionState.DELETED,
                after.at(),
                after.id())
            .range(0, limit)
            .list();
  }
}
