package vn.phoihop.platform.inbox;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.problem.DatabaseFaults;

/**
 * Takes facts of other services, each once: the inbox row commits with the effect, where the effect
 * is not once by itself. A batch is one transaction. After a fault that passes (the database away,
 * a lock, a conflict) it comes again; on any other it is repeated record by record, and the one
 * that fails alone becomes a dead_letter row.
 */
@Singleton
public class EventInbox {

  private static final Logger LOG = Logger.getLogger(EventInbox.class);
  private static final String NO_EVENT = "not a CloudEvent";

  private final InboxTable table;
  private final SystemParty system;
  private final List<EventConsumer> consumers;

  EventInbox(InboxTable table, SystemParty system, @All List<EventConsumer> consumers) {
    this.table = table;
    this.system = system;
    this.consumers = consumers;
  }

  /**
   * Takes records as SYSTEM; all is committed on return.
   *
   * @throws RuntimeException that {@link DatabaseFaults#isTransient passes}: some may not be taken,
   *     and all are to come again
   */
  void take(EventConsumer consumer, Iterable<ConsumerRecord<String, byte[]>> records) {
    List<KafkaEvent> events = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      KafkaEvent event = KafkaEvent.of(record);
      if (event.event() == null || consumer.hears(event.event().type())) {
        events.add(event);
      }
    }
    if (!events.isEmpty()) {
      take(consumer, events);
    }
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
    EventConsumer known =
        consumers.stream()
            .filter(each -> each.name().equals(consumer))
            .findFirst()
            .orElseThrow(() -> new StillPoison("no such consumer"));
    if (event.event() == null) {
      throw new StillPoison(NO_EVENT);
    }
    // Its inbox row is there since it was buried; whether it took effect, its dead_letter row says.
    known.take(EventBatch.fresh(table, List.of(event.event())));
  }

  private void take(EventConsumer consumer, List<KafkaEvent> events) {
    try {
      takeTogether(consumer, events);
    } catch (RuntimeException | Error fault) {
      if (DatabaseFaults.isTransient(fault)) {
        throw fault;
      }
      if (events.size() == 1) {
        bury(consumer, events.get(0), fault);
      } else {
        events.forEach(event -> take(consumer, List.of(event)));
      }
    }
  }

  private void takeTogether(EventConsumer consumer, List<KafkaEvent> events) {
    List<ReceivedEvent> readable =
        events.stream().map(KafkaEvent::event).filter(Objects::nonNull).toList();
    if (readable.size() == events.size() && consumer.isOnceByItself(readable)) {
      system.run(() -> consumer.take(EventBatch.fresh(table, readable)));
    } else {
      inTransaction(
          () -> {
            for (KafkaEvent event : events) {
              if (event.event() == null) {
                table.bury(consumer.name(), event, NO_EVENT);
              }
            }
            if (!readable.isEmpty()) {
              EventBatch batch = EventBatch.of(table, consumer.name(), readable);
              consumer.take(batch);
              // Whatever the handler did: they are taken.
              batch.fresh();
            }
          });
    }
  }

  private void bury(EventConsumer consumer, KafkaEvent event, Throwable fault) {
    String reason = reason(fault);
    LOG.errorf(
        "%s cannot take %s-%d@%d: %s",
        consumer.name(),
        event.record().topic(),
        event.record().partition(),
        event.record().offset(),
        reason);
    inTransaction(
        () -> {
          // One that comes again, from a relay that was killed, lies there already.
          if (event.event() == null
              || !EventBatch.of(table, consumer.name(), List.of(event.event())).fresh().isEmpty()) {
            table.bury(consumer.name(), event, reason);
          }
        });
  }

  private void inTransaction(Runnable work) {
    system.run(() -> QuarkusTransaction.requiringNew().run(work));
  }

  /**
   * What failed, as the operator may read it: the class, never the text, which may quote the
   * content.
   */
  static String reason(Throwable fault) {
    Throwable root = rootOf(fault);
    return root instanceof StillPoison still ? still.reason() : root.getClass().getName();
  }

  static Throwable rootOf(Throwable fault) {
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
