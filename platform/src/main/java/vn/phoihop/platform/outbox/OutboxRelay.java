package vn.phoihop.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.crash.CrashPoint;
import vn.phoihop.platform.ledger.Committed;
import vn.phoihop.platform.ledger.OutboxRow;

/**
 * Sends outbox rows to Kafka, oldest first. One instance of a service does so, under an advisory
 * lock; the others stand by and pass their wake-ups on. A crash between sending and marking sends a
 * row again, with the same event id; inboxes absorb it. On this connection alone commits are not
 * awaited: a lost mark is such a duplicate.
 *
 * <p>A relay that has nothing to do is handed the first event of an object by the thread that
 * committed it, and need not read it: nothing of the object can stand before it. When the row is
 * read afterwards it counts as sent.
 */
@Singleton
class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int POLL_MILLIS = 500;

  /**
   * How long marks wait for the next commit, to go along with its rows: those who were just told
   * want the processor at this moment.
   */
  private static final int GATHER_MILLIS = 5;

  /**
   * Rows of one read after which more are awaited: a read of many costs hardly more than of few.
   */
  private static final int MANY = 4;

  private static final int GATHER_MANY_MILLIS = 10;

  /** Events of which it is remembered that they were sent. */
  private static final int MEMORY = 1_024;

  private final OutboxConnections connections;
  private final String bootstrapServers;
  private final String source;
  private final Semaphore wake = new Semaphore(0);
  private final Queue<OutboxRow> handed = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile boolean leading;
  private volatile boolean idle;
  private @Nullable String lastFault;
  private final Thread sender = new Thread(this::keepSending, "outbox-relay");
  private final Thread listener = new Thread(this::keepListening, "outbox-listener");

  OutboxRelay(
      OutboxConnections connections,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.connections = connections;
    this.bootstrapServers = bootstrapServers;
    this.source = "/phoihop/" + service;
  }

  void start(@Observes StartupEvent started) {
    sender.setDaemon(true);
    listener.setDaemon(true);
    sender.start();
    listener.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    stopped.countDown();
    wake.release();
    sender.join(TimeUnit.SECONDS.toMillis(15));
    listener.interrupt();
  }

  void wake(@Observes Committed committed) {
    if (idle && committed.rows().size() == 1 && committed.rows().get(0).aggregateVersion() == 1) {
      handed.add(committed.rows().get(0));
    }
    wake.release();
  }

  private void keepSending() {
    while (!stopping) {
      try (Connection connection = connections.open();
          KafkaProducer<String, byte[]> producer = RelayProducer.open(bootstrapServers)) {
        OutboxTable outbox = new OutboxTable(connection);
        while (!stopping && !outbox.lock()) {
          if (awaitWake(POLL_MILLIS)) {
            outbox.passOnWake();
          }
        }
        leading = true;
        lastFault = null;
        relay(outbox, new OutboxSender(producer, source));
      } catch (SQLException | RuntimeException e) {
        if (!stopping) {
          say(e.getMessage());
          awaitStop(POLL_MILLIS);
        }
      } finally {
        leading = false;
      }
    }
  }

  private void relay(OutboxTable outbox, OutboxSender kafka) throws SQLException {
    Lately lately = new Lately();
    handed.clear();
    OutboxSender.Result last = OutboxSender.Result.NOTHING;
    while (true) {
      wake.drainPermits();
      List<OutboxTable.Row> early = lately.unknown(handed());
      if (!early.isEmpty() && !stopping) {
        lately.add(send(kafka, early).sent());
        // Their marks, and what else was committed, once these are on their way.
        awaitWake(GATHER_MILLIS);
      }
      List<OutboxTable.Row> rows = outbox.markAndRead(last);
      if (stopping) {
        return;
      }
      List<OutboxTable.Row> due = lately.unknown(rows);
      OutboxSender.Result result = send(kafka, due);
      lately.add(result.sent());
      last = new OutboxSender.Result(lately.known(rows), result.refused());
      // Nothing to do, or the broker is away: wait for the next commit, or a moment.
      if (due.isEmpty() || result.sent().isEmpty()) {
        awaitWake(POLL_MILLIS);
      } else if (rows.size() < MANY) {
        awaitWake(GATHER_MILLIS);
      } else if (rows.size() < OutboxTable.MOST) {
        awaitStop(GATHER_MANY_MILLIS);
      }
    }
  }

  private List<OutboxTable.Row> handed() {
    List<OutboxTable.Row> rows = new ArrayList<>();
    for (OutboxRow row = handed.poll(); row != null; row = handed.poll()) {
      rows.add(OutboxTable.Row.handed(row));
    }
    return rows;
  }

  private static OutboxSender.Result send(OutboxSender kafka, List<OutboxTable.Row> rows) {
    if (!rows.isEmpty()) {
      CrashPoint.reached("before-send");
    }
    OutboxSender.Result result = kafka.send(rows);
    if (!result.sent().isEmpty()) {
      CrashPoint.reached("before-mark");
    }
    return result;
  }

  /** What was sent lately: neither handed over nor read is it sent once more. */
  private static final class Lately {

    private final Set<UUID> ids =
        Collections.newSetFromMap(
            new LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                return size() > MEMORY;
              }
            });

    void add(List<OutboxTable.Row> rows) {
      rows.forEach(row -> ids.add(row.id()));
    }

    List<OutboxTable.Row> known(List<OutboxTable.Row> rows) {
      return rows.stream().filter(row -> ids.contains(row.id())).toList();
    }

    List<OutboxTable.Row> unknown(List<OutboxTable.Row> rows) {
      return rows.stream().filter(row -> !ids.contains(row.id())).toList();
    }
  }

  private void keepListening() {
    while (!stopping) {
      try (Connection connection = connections.open()) {
        OutboxTable outbox = new OutboxTable(connection);
        outbox.listen();
        while (!stopping) {
          if (outbox.heard() && leading) {
            wake.release();
          }
        }
      } catch (SQLException e) {
        if (!stopping) {
          awaitStop(POLL_MILLIS);
        }
      }
    }
  }

  /** Once an outage, not twice a second. */
  private void say(@Nullable String fault) {
    if (!Objects.equals(fault, lastFault)) {
      LOG.warnf("outbox relay starts again: %s", fault);
      lastFault = fault;
    }
  }

  private boolean awaitWake(int millis) {
    try {
      idle = leading;
      return wake.tryAcquire(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping = true;
      return false;
    } finally {
      idle = false;
    }
  }

  private void awaitStop(int millis) {
    try {
      stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
