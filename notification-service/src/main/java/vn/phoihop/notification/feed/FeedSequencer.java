package vn.phoihop.notification.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.delivery.Announced;
import vn.phoihop.platform.outbox.OutboxConnections;

/**
 * Gives the entries of the feed their numbers, after the commit of what wrote them. One instance
 * does so, under an advisory lock; the others stand by and pass their wake-ups on. Every instance
 * hears of new numbers, and wakes its streams.
 */
@Singleton
class FeedSequencer {

  private static final Logger LOG = Logger.getLogger(FeedSequencer.class);
  private static final int BATCH = 200;
  private static final int POLL_MILLIS = 500;
  private static final int HEARING_MILLIS = 5_000;

  /** How long entries gather before they are numbered: webhooks in their hurry come first. */
  private static final int GATHER_MILLIS = 50;

  private final OutboxConnections connections;
  private final FeedStreams streams;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread numberer = new Thread(this::keepNumbering, "feed-sequencer");
  private final Thread listener = new Thread(this::keepListening, "feed-listener");
  private volatile boolean stopping;
  private @Nullable String lastFault;

  FeedSequencer(OutboxConnections connections, FeedStreams streams) {
    this.connections = connections;
    this.streams = streams;
  }

  void start(@Observes StartupEvent started) {
    numberer.setDaemon(true);
    listener.setDaemon(true);
    numberer.start();
    listener.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    stopped.countDown();
    wake.release();
    numberer.join(TimeUnit.SECONDS.toMillis(5));
    listener.interrupt();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announced announced) {
    wake.release();
  }

  private void keepNumbering() {
    while (!stopping) {
      try (Connection connection = connections.openDurable("feed-sequencer")) {
        FeedNumbers numbers = new FeedNumbers(connection);
        while (!stopping && !numbers.lock()) {
          if (awaitWake()) {
            numbers.passOnWake();
          }
        }
        while (!stopping) {
          wake.drainPermits();
          // A full batch: there is more.
          if (numbers.number(BATCH) < BATCH && awaitWake()) {
            stopped.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
          }
          lastFault = null;
        }
      } catch (SQLException | RuntimeException e) {
        failed(e.getMessage());
      } catch (InterruptedException e) {
        stopping = true;
      }
    }
  }

  private void keepListening() {
    while (!stopping) {
      try (Connection connection = connections.openDurable("feed-listener")) {
        FeedNumbers numbers = new FeedNumbers(connection);
        numbers.listen();
        // What was numbered while nobody listened.
        streams.wakeAll();
        while (!stopping) {
          for (String said : numbers.heard(HEARING_MILLIS)) {
            hear(said);
          }
        }
      } catch (SQLException | RuntimeException e) {
        awaitStop();
      }
    }
  }

  private void hear(String said) {
    if (said.isEmpty()) {
      wake.release();
    } else if (said.equals(FeedNumbers.EVERYBODY)) {
      streams.wakeAll();
    } else {
      streams.wake(Set.of(said.split(",")));
    }
  }

  /** Once an outage, not twice a second. */
  private void failed(@Nullable String fault) {
    if (!stopping) {
      if (!Objects.equals(fault, lastFault)) {
        LOG.warnf("new entries of the feed wait for their numbers: %s", fault);
        lastFault = fault;
      }
      awaitStop();
    }
  }

  private boolean awaitWake() {
    try {
      return wake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping = true;
      return false;
    }
  }

  private void awaitStop() {
    try {
      stopped.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
