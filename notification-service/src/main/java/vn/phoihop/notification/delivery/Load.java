package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What this instance has taken and not yet sent, as far as it decides what more to take. Receivers
 * in {@link Troubles trouble} have room of their own: however many they are, and however long each
 * keeps us waiting, the others' is left to the others.
 */
@ApplicationScoped
class Load {

  /** Deliveries at an instance, waiting or under way; each may be a connection. */
  private static final int MOST = 1024;

  /** And of these, one each, to receivers in trouble. */
  private static final int MOST_TROUBLED = 256;

  /** So many calls may be under way at once. */
  static final int MOST_OF_ALL = MOST + MOST_TROUBLED;

  private final Set<UUID> full = ConcurrentHashMap.newKeySet();
  private final Set<UUID> behind = ConcurrentHashMap.newKeySet();
  private final Troubles troubles = new Troubles();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger takenTroubled = new AtomicInteger();
  private final AtomicBoolean cut = new AtomicBoolean();

  /**
   * Counts a change.
   *
   * @param troubled how much of it is to receivers in trouble
   */
  void add(int all, int troubled) {
    taken.addAndGet(all - troubled);
    takenTroubled.addAndGet(troubled);
  }

  /**
   * Counts what is claimed, by the thread that claims, before it is handed on: its next claim, and
   * whoever looks for room meanwhile, must know of it. Remembers whether there would have been
   * more.
   */
  void add(Claims claims) {
    add(claims.deliveries().size(), 0);
    if (claims.cut()) {
      cut.set(true);
    }
  }

  /** Whether what there would have been can be taken now; says so once. */
  boolean hasRoomAgain() {
    return cut.get() && isLight() && cut.getAndSet(false);
  }

  void set(UUID subscriptionId, boolean isFull, boolean isBehind) {
    put(full, subscriptionId, isFull);
    put(behind, subscriptionId, isBehind);
  }

  Troubles troubles() {
    return troubles;
  }

  /** Subscriptions whose lane has enough for now, or room of its own. */
  Collection<UUID> full() {
    Set<UUID> all = new HashSet<>(full);
    all.addAll(troubles.all());
    return all;
  }

  /** Those, and the ones whose older deliveries are still in the queue and go first. */
  Collection<UUID> busy() {
    Collection<UUID> busy = full();
    busy.addAll(behind);
    return busy;
  }

  int room() {
    return Math.max(0, MOST - taken.get());
  }

  /**
   * Subscriptions in trouble that may be tried once more; by lot, so that where they are too many
   * none is left out for long.
   */
  List<UUID> troubled() {
    List<UUID> idle = new ArrayList<>(troubles.all());
    idle.removeAll(full);
    Collections.shuffle(idle);
    return idle.subList(0, Math.min(idle.size(), Math.max(0, MOST_TROUBLED - takenTroubled.get())));
  }

  boolean isLight() {
    return taken.get() < MOST / 2;
  }

  private static void put(Set<UUID> set, UUID id, boolean contained) {
    if (contained) {
      set.add(id);
    } else {
      set.remove(id);
    }
  }
}
