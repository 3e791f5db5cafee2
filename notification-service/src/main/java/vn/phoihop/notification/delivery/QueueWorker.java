package vn.phoihop.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.phoihop.notification.address.WebhookSettings;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.problem.DatabaseFaults;
import vn.phoihop.platform.time.SystemClock;

/**
 * Takes the dispatcher's database work off its event loop: one thread claims, one marks. While a
 * statement runs the next batch gathers, so that the batches grow with the load.
 */
@ApplicationScoped
class QueueWorker {

  private static final Logger LOG = Logger.getLogger(QueueWorker.class);
  private static final int BATCH = 512;
  private static final long PAUSE_MILLIS = 1_000;

  /**
   * How long marks gather: twenty cost little more than one, the lease is far longer, and while an
   * event leaves to a thousand the processors are wanted for that.
   */
  private static final long GATHER_MILLIS = 50;

  private static final long FINISH_SECONDS = 5;

  private final DispatchService service;
  private final SystemParty system;
  private final SystemClock clock;
  private final Duration longestWait;
  private final Vertx vertx;
  private final MeterRegistry metrics;
  private final WorkerExecutor claiming;
  private final WorkerExecutor marking;
  private final AtomicBoolean pollWanted = new AtomicBoolean();
  private final AtomicBoolean marksWanted = new AtomicBoolean();
  private final Queue<Completion> completions = new ConcurrentLinkedQueue<>();

  QueueWorker(
      DispatchService service,
      SystemParty system,
      SystemClock clock,
      WebhookSettings settings,
      Vertx vertx,
      MeterRegistry metrics) {
    this.metrics = metrics;
    this.service = service;
    this.system = system;
    this.clock = clock;
    this.longestWait = settings.longestWait();
    this.vertx = vertx;
    this.claiming = vertx.createSharedWorkerExecutor("webhook-claims", 1);
    this.marking = vertx.createSharedWorkerExecutor("webhook-marks", 1);
  }

  /** The backstop; what needs no wait is sent without it. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void tidyAndPoll() {
    run(claiming, () -> system.run(service::tidy));
    // What an instance that is gone has begun.
    tellOn();
    poll();
  }

  void poll() {
    if (pollWanted.compareAndSet(false, true)) {
      run(
          claiming,
          () -> {
            pollWanted.set(false);
            system.run(service::claim);
          });
    }
  }

  /** Writes a part of what is left of an event to many; its claims ask for the next. */
  void tellOn() {
    run(claiming, () -> system.run(service::tellOn));
  }

  void resend(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResendAsked asked) {
    tidyAndPoll();
  }

  void completed(Claimed claimed, Outcome outcome) {
    Completion completion =
        soonEnough(Completion.of(claimed, clock.now(), outcome, ThreadLocalRandom.current()));
    metrics.timer("phoihop.attempts", "end", completion.move().verb()).record(outcome.duration());
    completions.add(completion);
    mark();
  }

  private Completion soonEnough(Completion completion) {
    return completion.pause().compareTo(longestWait) <= 0
        ? completion
        : new Completion(
            completion.claimed(),
            completion.at(),
            completion.outcome(),
            completion.move(),
            longestWait);
  }

  void unsent(List<Claimed> claimed) {
    if (!claimed.isEmpty()) {
      run(marking, () -> system.run(() -> service.release(claimed)));
    }
  }

  /** Waits for the marks that are to be written, before the service stops. */
  void finish() throws InterruptedException {
    CountDownLatch written = new CountDownLatch(1);
    marking
        .executeBlocking(
            () -> {
              markNow();
              return true;
            },
            false)
        .onComplete(done -> written.countDown());
    if (!written.await(FINISH_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("marks are left unwritten; their deliveries will be made again");
    }
  }

  private void mark() {
    if (marksWanted.compareAndSet(false, true)) {
      vertx.setTimer(GATHER_MILLIS, fired -> run(marking, this::markNow));
    }
  }

  private void markNow() {
    marksWanted.set(false);
    while (!completions.isEmpty()) {
      List<Completion> batch = new ArrayList<>();
      while (batch.size() < BATCH && completions.peek() != null) {
        batch.add(completions.remove());
      }
      try {
        system.run(() -> service.complete(batch));
        if (batch.stream().anyMatch(done -> done.claimed().terms().inOrder())) {
          poll();
        }
      } catch (RuntimeException fault) {
        if (DatabaseFaults.isTransient(fault)) {
          // However long it lasts: while the database is away nobody else takes these deliveries.
          completions.addAll(batch);
          vertx.setTimer(PAUSE_MILLIS, fired -> mark());
        }
        throw fault;
      }
    }
  }

  /**
   * Each executor has one thread and keeps its own order. Vert.x's ordering is by context and over
   * all executors: with it a claim would wait for as long as there are marks to write.
   */
  private void run(WorkerExecutor worker, Runnable work) {
    worker
        .executeBlocking(
            () -> {
              work.run();
              return true;
            },
            false)
        .onFailure(
            fault -> {
              if (DatabaseFaults.isTransient(fault)) {
                LOG.warnf("the delivery queue waits for the database: %s", fault.getMessage());
              } else {
                LOG.error("the delivery queue could not be written", fault);
              }
            });
  }
}
