package vn.phoihop.platform.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.problem.DatabaseFaults;

/**
 * Takes facts of other services, each once: the inbox row commits with the effect. A batch is one
 * transaction. Faults that pass (the database away, a lock, a conflict) are waited out however long
 * they last; on any other the batch is repeated record by record, and the one that fails alone
 * becomes a dead_letter row. A batch is never nacked: that would dead-letter all of it.
 */
@Singleton
public class EventInbox {

  private static final Logger LOG = Logger.getLogger(EventInbox.class);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final InboxTable table;
  private final SystemParty system;
  private final CountDownLatch stopping = new CountDownLatch(1);

  EventInbox(InboxTable table, SystemParty system) {
    this.table = table;
    this.system = system;
  }

  void stop(@Observes ShutdownEvent stopped) {
    stopping.countDown();
  }

  /**
   * Takes a batch as SYSTEM.
   *
   * @param consumer the name under which events count as taken, {@code incident.liaison}; never
   *     changes
   * @param handler gets the events that are new, oldest first, inside the transaction; ignores
   *     types that it does not know
   * @return completes once everything is committed; never while the service stops, so that the
   *     batch comes again
   */
  public Uni<Void> consume(
      String consumer,
      ConsumerRecords<String, byte[]> records,
      Consumer<List<ReceivedEvent>> handler) {
    List<KafkaEvent> events = new ArrayList<>();
    records.forEach(record -> events.add(KafkaEvent.of(record)));
    return Uni.createFrom()
        .<Void>emitter(
            done -> {
              if (take(consumer, events, handler)) {
                done.complete(null);
              }
            })
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private boolean take(
      String consumer, List<KafkaEvent> events, Consumer<List<ReceivedEvent>> handler) {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        inTransaction(() -> takeNow(consumer, events, handler));
        return true;
      } catch (RuntimeException fault) {
        if (!DatabaseFaults.isTransient(fault)) {
          return events.size() == 1
              ? bury(consumer, events.get(0), fault)
              : takeSingly(consumer, events, handler);
        }
        LOG.warnf("%s waits for the database: %s", consumer, rootOf(fault).getMessage());
        if (stops(pause)) {
          return false;
        }
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private boolean takeSingly(
      String consumer, List<KafkaEvent> events, Consumer<List<ReceivedEvent>> handler) {
    for (KafkaEvent event : events) {
      if (!take(consumer, List.of(event), handler)) {
        return false;
      }
    }
    return true;
  }

  private void takeNow(
      String consumer, List<KafkaEvent> events, Consumer<List<ReceivedEvent>> handler) {
    List<ReceivedEvent> readable = new ArrayList<>();
    for (KafkaEvent event : events) {
      if (event.event() == null) {
        table.bury(consumer, event, "not a CloudEvent");
      } else {
        readable.add(event.event());
      }
    }
    List<ReceivedEvent> fresh = readable.isEmpty() ? readable : table.take(consumer, readable);
    if (!fresh.isEmpty()) {
      handler.accept(fresh);
    }
  }

  private boolean bury(String consumer, KafkaEvent event, Exception fault) {
    String reason = rootOf(fault).getClass().getName();
    LOG.errorf(
        "%s cannot take %s-%d@%d: %s",
        consumer,
        event.record().topic(),
        event.record().partition(),
        event.record().offset(),
        reason);
    return take(consumer, List.of(event), taken -> table.bury(consumer, event, reason));
  }

  private void inTransaction(Runnable work) {
    system.run(() -> QuarkusTransaction.requiringNew().run(work));
  }

  private boolean stops(long millis) {
    try {
      return stopping.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Throwable rootOf(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
