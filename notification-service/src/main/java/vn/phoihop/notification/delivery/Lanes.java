package vn.phoihop.notification.delivery;

import io.vertx.core.Context;
import io.vertx.core.Future;
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
final class Lanes {

  private final Context loop;
  private final Map<UUID, Lane> lanes = new HashMap<>();
  private final WebhookSettings settings;
  private final Load load;
  private final CheckedTargets targets;
  private final WebhookClient client;
  private final WebhookSigner signer;
  private final QueueWorker worker;
  private final CountDownLatch drained = new CountDownLatch(1);
  private boolean stopping;

  Lanes(
      Context loop,
      WebhookSettings settings,
      Load load,
      CheckedTargets targets,
      WebhookClient client,
      WebhookSigner signer,
      QueueWorker worker) {
    this.loop = loop;
    this.settings = settings;
    this.load = load;
    this.targets = targets;
    this.client = client;
    this.signer = signer;
    this.worker = worker;
  }

  void send(Claims claims) {
    loop.runOnContext(run -> take(claims));
  }

  /** What waits is given back, so that another instance need not wait for the leases' end. */
  void stop() {
    loop.runOnContext(
        run -> {
          stopping = true;
          List.copyOf(lanes.keySet()).forEach(this::pump);
          countDownIfDrained();
        });
  }

  /** Whether all that was under way has ended, within this time. */
  boolean awaitDrained(long nanos) throws InterruptedException {
    return drained.await(nanos, TimeUnit.NANOSECONDS);
  }

  private void take(Claims claims) {
    Set<UUID> touched = new LinkedHashSet<>();
    for (Claimed claimed : claims.deliveries()) {
      touched.add(claimed.subscriptionId());
      Lane lane = lanes.computeIfAbsent(claimed.subscriptionId(), id -> new Lane());
      lane.waiting.add(claimed);
      // It is counted already, as one to a receiver that answers.
      lane.held++;
      if (lane.troubled) {
        load.add(0, 1);
      }
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
    worker.unsent(unsent);
    int held = lane.inFlight + lane.waiting.size();
    load.add(held - lane.held, (troubled ? held : 0) - (lane.troubled ? lane.held : 0));
    lane.held = held;
    lane.troubled = troubled;
    boolean full = troubled ? held > 0 : lane.waiting.size() >= most;
    load.set(subscriptionId, full, lane.more && !lane.isEmpty());
    // Who is in trouble waits for the poll: a receiver that fails at once must not keep us busy.
    boolean hungry = (lane.more && lane.waiting.isEmpty() && !troubled) || load.hasRoomAgain();
    if (hungry && !stopping) {
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
