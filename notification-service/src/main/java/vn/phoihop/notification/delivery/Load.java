package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What this instance has taken and not yet sent, as far as it decides what more to take. */
@ApplicationScoped
class Load {

  /** Deliveries at an instance, waiting or under way; each may be a connection. */
  private static final int MOST = 1024;

  private final Set<UUID> full = ConcurrentHashMap.newKeySet();
  private volatile int taken;

  void set(int now) {
    taken = now;
  }

  void setFull(UUID subscriptionId, boolean isFull) {
    if (isFull) {
      full.add(subscriptionId);
    } else {
      full.remove(subscriptionId);
    }
  }

  /** Subscriptions whose lane has enough for now. */
  Collection<UUID> full() {
    return Set.copyOf(full);
  }

  int room() {
    return Math.max(0, MOST - taken);
  }

  boolean isLight() {
    return taken < MOST / 2;
  }
}
