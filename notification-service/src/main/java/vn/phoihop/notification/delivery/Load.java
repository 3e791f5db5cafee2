package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What this instance has taken and not yet sent, as far as it decides what more to take. */
@ApplicationScoped
class Load {

  /** Deliveries at an instance, waiting or under way; each may be a connection. */
  private static final int MOST = 1024;

  private final Set<UUID> full = ConcurrentHashMap.newKeySet();
  private final Set<UUID> behind = ConcurrentHashMap.newKeySet();
  private volatile int taken;

  void set(int now) {
    taken = now;
  }

  void set(UUID subscriptionId, boolean isFull, boolean isBehind) {
    put(full, subscriptionId, isFull);
    put(behind, subscriptionId, isBehind);
  }

  /** Subscriptions whose lane has enough for now. */
  Collection<UUID> full() {
    return Set.copyOf(full);
  }

  /** Those, and the ones whose older deliveries are still in the queue and go first. */
  Collection<UUID> busy() {
    Set<UUID> busy = new HashSet<>(full);
    busy.addAll(behind);
    return busy;
  }

  int room() {
    return Math.max(0, MOST - taken);
  }

  boolean isLight() {
    return taken < MOST / 2;
  }

  private static void put(Set<UUID> set, UUID id, boolean contained) {
    if (contained) {
      set.add(id);
    } else {
      set.remove(id);
    }
  }
}
