package vn.phoihop.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.phoihop.notification.address.WebhookSettings;

/** Divides what this instance has taken among event loops, by subscription. */
@ApplicationScoped
@Startup
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);

  /** An event to many keeps one loop busy; more than the processors would only take turns. */
  private static final int LOOPS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final List<Lanes> loops;
  private final WebhookSettings settings;
  private final Load load;
  private final QueueWorker worker;
  private volatile boolean stopping;

  Dispatcher(
      Vertx vertx,
      WebhookSettings settings,
      Load load,
      CheckedTargets targets,
      WebhookClient client,
      WebhookSigner signer,
      QueueWorker worker) {
    this.settings = settings;
    this.load = load;
    this.worker = worker;
    // Not vertx.getOrCreateContext(): one thread would get one loop however often it asks.
    this.loops =
        Stream.generate(((VertxInternal) vertx)::createEventLoopContext)
            .limit(LOOPS)
            .map(loop -> new Lanes(loop, settings, load, targets, client, signer, worker))
            .toList();
  }

  void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) Claims claims) {
    load.add(claims);
    // While this part leaves the next is written.
    if (claims.untold() && !stopping) {
      worker.tellOn();
    }
    for (int i = 0; i < loops.size(); i++) {
      int loop = i;
      Claims share = claims.only(subscriptionId -> loopOf(subscriptionId) == loop);
      if (!share.isEmpty()) {
        loops.get(i).send(share);
      }
    }
  }

  private int loopOf(UUID subscriptionId) {
    return Math.floorMod(subscriptionId.hashCode(), loops.size());
  }

  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    stopping = true;
    loops.forEach(Lanes::stop);
    long until = System.nanoTime() + settings.timeout().toNanos();
    boolean drained = true;
    for (Lanes each : loops) {
      drained &= each.awaitDrained(until - System.nanoTime());
    }
    if (!drained) {
      LOG.warn("attempts under way are left to the end of their leases");
    }
    worker.finish();
  }
}
