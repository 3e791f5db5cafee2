package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The subscriptions that this instance takes no more deliveries of for now. */
@ApplicationScoped
class FullLanes {

  private final Set<UUID> full = ConcurrentHashMap.newKeySet();

  void set(UUID subscriptionId, boolean isFull) {
    if (isFull) {
      full.add(subscriptionId);
    } else {
      full.remove(subscriptionId);
    }
  }

  Collection<UUID> now() {
    return Set.copyOf(full);
  }
}
