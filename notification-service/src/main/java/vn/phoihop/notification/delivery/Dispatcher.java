package vn.phoihop.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.phoihop.notification.address.RefusedTarget;
import vn.phoihop.notification.address.RefusedTarget.Reason;
import vn.phoihop.notification.address.Target;
import vn.phoihop.notification.address.WebhookSettings;
import vn.phoihop.notification.delivery.Outcome.Fault;
import vn.phoihop.notification.subscription.WebhookSecret;
import vn.phoihop.platform.crypto.Encryption;
import vn.phoihop.platform.time.SystemClock;

/**
 * Sends what this instance has taken, each subscription in a lane of its own, so that a receiver
 * that hangs holds up nobody else. All state belongs to one event loop; nothing here blocks.
 */
@ApplicationScoped
@Startup
class Dispatcher {

  private final Context loop;
  private final Map<UUID, Lane> lanes = new HashMap<>();
  private final int maxInFlight;
  private final FullLanes full;
  private final CheckedTargets targets;
  private final WebhookClient client;
  private final Encryption encryption;
  private final SystemClock clock;
  private final QueueWorker worker;
  private boolean backlog;
  private boolean stopping;

  Dispatcher(
      Vertx vertx,
      WebhookSettings settings,
      FullLanes full,
      CheckedTargets targets,
      WebhookClient client,
      Encryption encryption,
      SystemClock clock,
      QueueWorker worker) {
    this.loop = vertx.getOrCreateContext();
    this.maxInFlight = settings.maxInFlight();
    this.full = full;
    this.targets = targets;
    this.client = client;
    this.encryption = encryption;
    this.clock = clock;
    this.worker = worker;
  }

  void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) Claims claims) {
    loop.runOnContext(
        run -> {
          backlog |= claims.more();
          for (Claimed claimed : claims.deliveries()) {
            lanes.computeIfAbsent(claimed.subscriptionId(), id -> new Lane()).waiting.add(claimed);
          }
          claims.deliveries().stream().map(Claimed::subscriptionId).distinct().forEach(this::pump);
          pollIfIdle();
        });
  }

  /** What waits is given back, so that another instance need not wait for the leases' end. */
  void stop(@Observes ShutdownEvent stopped) {
    loop.runOnContext(
        run -> {
          stopping = true;
          List<UUID> all = List.copyOf(lanes.keySet());
          all.forEach(this::pump);
        });
  }

  private void pump(UUID subscriptionId) {
    Lane lane = lanes.get(subscriptionId);
    if (lane == null) {
      return;
    }
    List<Claimed> unsent = new ArrayList<>();
    while (!lane.waiting.isEmpty() && (lane.inFlight < maxInFlight || stopping)) {
      Claimed next = lane.waiting.remove();
      if (stopping || System.nanoTime() - next.sendBefore() > 0) {
        unsent.add(next);
      } else {
        lane.inFlight++;
        attempt(next)
            .onSuccess(
                outcome -> {
                  lane.inFlight--;
                  worker.completed(next, outcome);
                  pump(subscriptionId);
                  pollIfIdle();
                });
      }
    }
    worker.unsent(unsent);
    full.set(subscriptionId, lane.waiting.size() >= maxInFlight);
    if (lane.isEmpty()) {
      lanes.remove(subscriptionId);
    }
  }

  /** Rows were left in the queue for want of room: there is some again. */
  private void pollIfIdle() {
    if (backlog && !stopping && lanes.values().stream().allMatch(l -> l.waiting.isEmpty())) {
      backlog = false;
      worker.poll();
    }
  }

  private Future<Outcome> attempt(Claimed claimed) {
    long started = System.nanoTime();
    return targets
        .of(claimed)
        .compose(target -> call(target, claimed))
        .recover(
            fault ->
                Future.succeededFuture(
                    Outcome.failed(code(fault), Duration.ofNanos(System.nanoTime() - started))));
  }

  private Future<Outcome> call(Target target, Claimed claimed) {
    byte[] context = WebhookSecret.context(claimed.subscriptionId());
    List<byte[]> keys =
        claimed.sealedKeys().stream()
            .map(key -> encryption.decrypt(WebhookSecret.PURPOSE, key, context))
            .toList();
    return client.post(target, WebhookRequest.of(claimed, keys, clock.now()));
  }

  private static Fault code(Throwable fault) {
    if (fault instanceof RefusedTarget refused) {
      if (refused.transientFault()) {
        return Fault.E_DNS;
      }
      return refused.reason() == Reason.ADDRESS_FORBIDDEN
              || refused.reason() == Reason.ADDRESS_PRIVATE
          ? Fault.E_FORBIDDEN_ADDRESS
          : Fault.E_INVALID_TARGET;
    }
    return Fault.E_UNKNOWN;
  }
}
