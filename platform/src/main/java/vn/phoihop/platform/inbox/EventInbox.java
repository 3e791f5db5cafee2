package vn.phoihop.platform.inbox;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
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
  private static final String NO_EVENT = "not a CloudEvent";
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final InboxTable table;
  private final SystemParty system;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Map<String, Consumer<EventBatch>> handlers = new ConcurrentHashMap<>();

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
    return consumeBatch(consumer, records, ofFresh(handler));
  }

  /**
   * The same, for a handler whose first statement may go along with the inbox rows.
   *
   * @param handler gets the batch, which is not empty
   */
  public Uni<Void> consumeBatch(
      String consumer, ConsumerRecords<String, byte[]> records, Consumer<EventBatch> handler) {
    handlers.put(consumer, handler);
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

  /** A fact of this service itself, for what handles those of others: it comes once. */
  public EventBatch own(ReceivedEvent event) {
    return EventBatch.fresh(table, List.of(event));
  }

  /**
   * Takes a record that was dead-lettered again, in the transaction that runs; whatever it throws,
   * it is poison still.
   */
  void takeAgain(String consumer, KafkaEvent event) {
    Consumer<EventBatch> handler = handlers.get(consumer);
    if (handler == null) {
      meetConsumers();
      handler = handlers.get(consumer);
    }
    if (handler == null) {
      throw new StillPoison("no such consumer");
    }
    if (event.event() == null) {
      throw new StillPoison(NO_EVENT);
    }
    // Its inbox row is there since it was buried; whether it took effect, its dead_letter row says.
    handler.accept(EventBatch.fresh(table, List.of(event.event())));
  }

  /** A consumer that has had no record since the start has not been met: each is given none. */
  private void meetConsumers() {
    for (Bean<?> bean :
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
      for (Method method : bean.getBeanClass().getDeclaredMethods()) {
        if (method.isAnnotationPresent(Incoming.class)
            && Arrays.equals(method.getParameterTypes(), new Class<?>[] {ConsumerRecords.class})) {
          meet(Arc.container().instance((InjectableBean<?>) bean).get(), method);
        }
      }
    }
  }

  private static void meet(Object consumer, Method method) {
    try {
      method.setAccessible(true);
      method.invoke(consumer, ConsumerRecords.empty());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean take(String consumer, List<KafkaEvent> events, Consumer<EventBatch> handler) {
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
      String consumer, List<KafkaEvent> events, Consumer<EventBatch> handler) {
    for (KafkaEvent event : events) {
      if (!take(consumer, List.of(event), handler)) {
        return false;
      }
    }
    return true;
  }

  private void takeNow(String consumer, List<KafkaEvent> events, Consumer<EventBatch> handler) {
    List<ReceivedEvent> readable = new ArrayList<>();
    for (KafkaEvent event : events) {
      if (event.event() == null) {
        table.bury(consumer, event, NO_EVENT);
      } else {
        readable.add(event.event());
      }
    }
    if (!readable.isEmpty()) {
      EventBatch batch = EventBatch.of(table, consumer, readable);
      handler.accept(batch);
      // Whatever the handler did: they are taken.
      batch.fresh();
    }
  }

  private boolean bury(String consumer, KafkaEvent event, Exception fault) {
    String reason = reason(fault);
    LOG.errorf(
        "%s cannot take %s-%d@%d: %s",
        consumer,
        event.record().topic(),
        event.record().partition(),
        event.record().offset(),
        reason);
    // One that comes again, from a relay that was killed, lies there already.
    return take(consumer, List.of(event), ofFresh(fresh -> table.bury(consumer, event, reason)));
  }

  private static Consumer<EventBatch> ofFresh(Consumer<List<ReceivedEvent>> handler) {
    return batch -> {
      if (!batch.fresh().isEmpty()) {
        handler.accept(batch.fresh());
      }
    };
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

  /**
   * What failed, as the operator may read it: the class, never the text, which may quote the
   * content.
   */
  static String reason(Throwable fault) {
    Throwable root = rootOf(fault);
    return root instanceof StillPoison still ? still.reason() : root.getClass().getName();
  }

  private static Throwable rootOf(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** A record that no consumer can take, whatever it holds. */
  private static final class StillPoison extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillPoison(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
