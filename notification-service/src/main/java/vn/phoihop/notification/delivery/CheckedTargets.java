package vn.phoihop.notification.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.phoihop.notification.address.Target;
import vn.phoihop.notification.address.TargetCheck;

/**
 * The check before each delivery, off the event loop. A checked address is good for some seconds:
 * it is the address that is called, so nothing can come between.
 */
@ApplicationScoped
class CheckedTargets {

  private static final long GOOD_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int MOST = 10_000;

  private record Key(String party, String url) {}

  private record Checked(Target target, long at) {}

  private final TargetCheck check;
  private final WorkerExecutor workers;
  private final Map<Key, Checked> recent = new ConcurrentHashMap<>();

  CheckedTargets(TargetCheck check, Vertx vertx) {
    this.check = check;
    // A pool of its own: a resolver that hangs must not take the threads of anything else.
    this.workers = vertx.createSharedWorkerExecutor("webhook-names", 8);
  }

  /** Fails with {@link vn.phoihop.notification.address.RefusedTarget}. */
  Future<Target> of(Claimed claimed) {
    Key key = new Key(claimed.party(), claimed.url());
    Checked known = recent.get(key);
    if (known != null && System.nanoTime() - known.at() < GOOD_NANOS) {
      return Future.succeededFuture(known.target());
    }
    return workers.executeBlocking(() -> ask(key), false);
  }

  private Target ask(Key key) throws Exception {
    long at = System.nanoTime();
    Target target = check.check(key.party(), key.url());
    if (recent.size() >= MOST) {
      recent.clear();
    }
    recent.put(key, new Checked(target, at));
    return target;
  }
}
