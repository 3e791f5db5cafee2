package vn.phoihop.notification.delivery;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Receivers of which this instance has heard nothing but failures lately. Each is called once at a
 * time, about once a second, until it takes something. Each is written by one event loop alone.
 */
final class Troubles {

  private static final int FAILURES = 3;

  /** A subscription may be gone; if it is not, three calls tell again. */
  private static final long FORGOTTEN = TimeUnit.HOURS.toNanos(1);

  private record Failures(int inARow, long last) {}

  private final Map<UUID, Failures> failures = new ConcurrentHashMap<>();

  /** Whether this ends the trouble that a subscription was in. */
  boolean ended(UUID subscriptionId, boolean delivered, long now) {
    if (delivered) {
      Failures before = failures.remove(subscriptionId);
      return before != null && before.inARow() >= FAILURES;
    }
    failures.merge(
        subscriptionId,
        new Failures(1, now),
        (before, one) -> new Failures(before.inARow() + 1, now));
    failures.values().removeIf(each -> now - each.last() > FORGOTTEN);
    return false;
  }

  boolean contains(UUID subscriptionId) {
    Failures known = failures.get(subscriptionId);
    return known != null && known.inARow() >= FAILURES;
  }

  Set<UUID> all() {
    return failures.entrySet().stream()
        .filter(each -> each.getValue().inARow() >= FAILURES)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
