package vn.phoihop.notification.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phoihop.notification.delivery.RequeueService;
import vn.phoihop.notification.delivery.Requeued;
import vn.phoihop.notification.delivery.Window;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.SystemClock;

/**
 * Works recoveries off, a batch a transaction, as SYSTEM: what is queued and how far it has come is
 * committed together, so that whoever goes on after a crash neither omits nor repeats.
 */
@ApplicationScoped
class RecoveryRunService {

  /** While the receiver does not keep up, or the end is not certain yet. */
  private static final Duration REST = Duration.ofSeconds(1);

  private static final Duration LONG_REST = Duration.ofMinutes(1);

  /** By how much a clock that dates events may differ from the database's. */
  private static final Duration SKEW = Duration.ofDays(1);

  private final RecoveryRepository recoveries;
  private final RequeueService queue;
  private final Audit audit;
  private final BusinessClock clock;
  private final SystemClock system;

  RecoveryRunService(
      RecoveryRepository recoveries,
      RequeueService queue,
      Audit audit,
      BusinessClock clock,
      SystemClock system) {
    this.recoveries = recoveries;
    this.queue = queue;
    this.audit = audit;
    this.clock = clock;
    this.system = system;
  }

  @Transactional
  List<UUID> due() {
    return recoveries.due();
  }

  /** Queues the next batch of one that is due; false if it is not, or another instance is at it. */
  @Transactional
  boolean workOn(UUID id) {
    Optional<Recovery> due = recoveries.take(id);
    due.ifPresent(this::work);
    return due.isPresent();
  }

  /** One that cannot be done is tried again later, and does not hold up the others. */
  @Transactional
  void putOff(UUID id) {
    recoveries.restFor(id, LONG_REST);
  }

  private void work(Recovery recovery) {
    if (!recoveries.hasSubscription(recovery.subscriptionId())) {
      end(recovery, RecoveryState.Move.DROP);
      return;
    }
    Integer pace = queue.pace(recovery.subscriptionId());
    if (pace == null) {
      recoveries.restFor(recovery.id(), REST);
      return;
    }
    Requeued<?> batch =
        recovery.what() == What.FAILED ? failed(recovery, pace) : missing(recovery, pace);
    if (batch.end()) {
      end(recovery, RecoveryState.Move.FINISH);
    } else {
      Duration span = queue.span(batch.queued(), pace);
      recoveries.restFor(recovery.id(), batch.seen() == 0 ? REST : span);
    }
  }

  private Requeued<UUID> failed(Recovery recovery, int pace) {
    Requeued<UUID> batch =
        queue.failed(window(recovery), recovery.lastDelivery(), recovery.upto(), pace);
    recovery.advanceTo(batch.last(), batch.seen(), batch.queued(), clock.now());
    return batch;
  }

  private Requeued<Long> missing(Recovery recovery, int pace) {
    if (recovery.lastArrival() == null) {
      recovery.endsBehind(recoveries.lastArrival(recovery.id()));
    }
    Requeued<Long> batch =
        queue.missing(
            window(recovery), recovery.lastSeq(), from(recovery), recovery.lastArrival(), pace);
    recovery.advanceTo(batch.last(), batch.seen(), batch.queued(), clock.now());
    return batch;
  }

  /** When, by the database's clock, the first of the events may have come into the feed. */
  private Instant from(Recovery recovery) {
    Duration ahead = Duration.between(system.now(), clock.now());
    return recovery.since().minus(ahead).minus(SKEW);
  }

  private void end(Recovery recovery, RecoveryState.Move move) {
    recovery.move(move, clock.now());
    audit.record("recovery." + move.verb(), "recovery", recovery.id(), recovery.sequence());
  }

  private static Window window(Recovery recovery) {
    return new Window(
        recovery.subscriptionId(), recovery.party(), recovery.since(), recovery.until());
  }
}
