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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.phoihop.notification.address.RefusedTarget;
import vn.phoihop.notification.address.RefusedTarget.Reason;
import vn.phoihop.notification.address.Target;
import vn.phoihop.notification.address.WebhookSettings;
import vn.phoihop.notification.delivery.Outcome.Fault;
import vn.phoihop.platform.crash.CrashPoint;

/**
 * Sends what this instance has taken, each subscription in a lane of its own, so that a receiver
 * that hangs holds up nobody else. All state belongs to one event loop; nothing here blocks.
 */
@ApplicationScoped
@Startup
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);

  private final Context loop;
  private final Map<UUID, Lane> lanes = new HashMap<>();
  private final WebhookSettings settings;
  private final Load load;
  private final CheckedTargets targets;
  private final WebhookClient client;
  private final WebhookSigner signer;
  private final QueueWorker worker;
  private final CountDownLatch drained = new CountDownLatch(1);
  private int taken;
  private int takenTroubled;
  private boolean cut;
  private boolean stopping;

  Dispatcher(
      Vertx vertx,
      WebhookSettings settings,
      Load load,
      CheckedTargets targets,
      WebhookClient client,
      WebhookSigner signer,
      QueueWorker worker) {
    this.loop = vertx.getOrCreateContext();
    this.settings = settings;
    this.load = load;
    this.targets = targets;
    this.client = client;
    this.signer = signer;
    this.worker = worker;
  }

  void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) Claims claims) {
    loop.runOnContext(run -> take(claims));
  }

  /** What waits is given back, so that another instance need not wait for the leases' end. */
  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    loop.runOnContext(
        run -> {
          stopping = true;
          List.copyOf(lanes.keySet()).forEach(this::pump);
          countDownIfDrained();
        });
    if (!drained.await(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("attempts under way are left to the end of their leases");
    }
    worker.finish();
  }

  private void take(Claims claims) {
    cut |= claims.cut();
    taken += claims.deliveries().size();
    Set<UUID> touched = new LinkedHashSet<>();
    for (Claimed claimed : claims.deliveries()) {
      touched.add(claimed.subscriptionId());
      lanes.computeIfAbsent(claimed.subscriptionId(), id -> new Lane()).waiting.add(claimed);
    }
    for (UUID subscriptionId : claims.more()) {
      touched.add(subscriptionId);
      lanes.computeIfAbsent(subscriptionId, id -> new Lane());
    }
    for (UUID subscriptionId : touched) {
      Lane lane = Objects.requireNonNull(lanes.get(subscriptionId));
      boolean left = claims.more().contains(subscriptionId);
      // Only the queue itself can say that nothing is left in it.
      lane.more = claims.fresh() ? lane.more || left : left;
      pump(subscriptionId);
    }
  }

  private void pump(UUID subscriptionId) {
    Lane lane = lanes.get(subscriptionId);
    if (lane == null) {
      return;
    }
    List<Claimed> unsent = new ArrayList<>();
    int most = settings.maxInFlight();
    boolean troubled = load.troubles().contains(subscriptionId);
    while (!lane.waiting.isEmpty()) {
      Claimed next = lane.waiting.element();
      Terms terms = next.terms();
      most = terms.maxInFlight() == null ? settings.maxInFlight() : terms.maxInFlight();
      long now = System.nanoTime();
      if (stopping || now - next.sendBefore() > 0 || (troubled && lane.inFlight > 0)) {
        unsent.add(lane.waiting.remove());
        continue;
      }
      if (lane.inFlight >= most) {
        break;
      }
      long wait = lane.count(terms.ratePerSecond(), now);
      if (wait > 0) {
        pumpLater(subscriptionId, lane, wait);
        break;
      }
      lane.waiting.remove();
      lane.inFlight++;
      CrashPoint.reached("before-call");
      attempt(next).onSuccess(outcome -> ended(next, lane, outcome));
    }
    taken -= unsent.size();
    worker.unsent(unsent);
    int held = troubled ? lane.inFlight + lane.waiting.size() : 0;
    takenTroubled += held - lane.heldTroubled;
    lane.heldTroubled = held;
    load.set(taken, takenTroubled);
    boolean full = troubled ? held > 0 : lane.waiting.size() >= most;
    load.set(subscriptionId, full, lane.more && !lane.isEmpty());
    // Who is in trouble waits for the poll: a receiver that fails at once must not keep us busy.
    boolean hungry = (lane.more && lane.waiting.isEmpty() && !troubled) || (cut && load.isLight());
    if (hungry && !stopping) {
      cut = false;
      worker.poll();
    }
    if (lane.isEmpty()) {
      long rest = stopping ? 0 : lane.untilRested(System.nanoTime());
      if (rest > 0) {
        pumpLater(subscriptionId, lane, rest);
      } else {
        lanes.remove(subscriptionId);
      }
    }
  }

  /** A lane that has used up its rate is looked at again, once, when there is some of it. */
  private void pumpLater(UUID subscriptionId, Lane lane, long nanos) {
    if (!lane.timed) {
      lane.timed = true;
      loop.owner()
          .setTimer(
              1 + TimeUnit.NANOSECONDS.toMillis(nanos),
              fired -> {
                lane.timed = false;
                pump(subscriptionId);
              });
    }
  }

  private void ended(Claimed claimed, Lane lane, Outcome outcome) {
    lane.inFlight--;
    taken--;
    if (outcome.delivered()) {
      CrashPoint.reached("before-delivered");
    }
    worker.completed(claimed, outcome);
    // Of what was kept from it meanwhile nobody has said how much it is.
    lane.more |=
        load.troubles().ended(claimed.subscriptionId(), outcome.delivered(), System.nanoTime());
    pump(claimed.subscriptionId());
    countDownIfDrained();
  }

  private void countDownIfDrained() {
    if (stopping && lanes.isEmpty()) {
      drained.countDown();
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
    return signer.request(claimed).compose(request -> client.post(target, request));
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
