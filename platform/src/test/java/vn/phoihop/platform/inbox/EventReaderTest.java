package vn.phoihop.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;

/** Reading goes on through whatever a consumer throws, in order, and passes over nothing. */
@QuarkusTest
class EventReaderTest {

  private static final String TOPIC = "phoihop.platform";

  @Inject EventInbox inbox;
  @Inject MeterRegistry metrics;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String servers;

  private final List<EventReader> readers = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    readers.forEach(EventReader::stop);
    for (EventReader reader : readers) {
      reader.join();
    }
  }

  @Test
  void what_is_taken_is_told_to_kafka_at_the_stop_and_does_not_come_again() throws Exception {
    Recorder first = new Recorder();
    List<String> sent = publish(first, 3);
    start(first);
    eventually(() -> first.taken().containsAll(sent));
    stop();
    assertTrue(offset(first.group()) >= 3);
    Recorder second = first.again();
    start(second);
    List<String> later = publish(second, 1);
    eventually(() -> second.taken().containsAll(later));
    assertEquals(later, second.met());
  }

  @Test
  void while_the_database_is_away_all_waits_in_its_order() throws Exception {
    Recorder recorder = new Recorder();
    Fault away = new Fault(() -> new IllegalStateException(new SQLException("away", "08006")), 4);
    recorder.fault = away;
    start(recorder);
    List<String> sent = publish(recorder, 20);
    eventually(() -> recorder.taken().containsAll(sent));
    assertEquals(0, away.left);
    assertEquals(sent, recorder.taken());
  }

  @Test
  void whatever_ends_a_client_of_kafka_another_goes_on_where_it_was() throws Exception {
    Recorder recorder = new Recorder();
    Fault error = new Fault(() -> new NoClassDefFoundError("for a moment"), 2);
    recorder.deafness = error;
    start(recorder);
    List<String> sent = publish(recorder, 5);
    eventually(() -> recorder.taken().containsAll(sent));
    assertEquals(0, error.left);
    assertEquals(sent, recorder.taken());
  }

  @Test
  void an_error_at_one_event_is_poison_and_holds_up_nobody() throws Exception {
    Recorder recorder = new Recorder();
    UUID poison = UUID.randomUUID();
    recorder.poison = poison;
    String key = UUID.randomUUID().toString();
    Events.send(TOPIC, recorder.type(), key, "{}", poison);
    List<String> sent = publish(recorder, 3);
    start(recorder);
    eventually(() -> recorder.taken().containsAll(sent));
    eventually(
        () ->
            Database.count(
                    "SELECT count(*) FROM dead_letter WHERE consumer = ? AND reason = ?",
                    recorder.name(),
                    StackOverflowError.class.getName())
                == 1);
    assertEquals(sent, recorder.taken());
  }

  @Test
  void what_no_consumer_hears_is_passed_by() throws Exception {
    Recorder recorder = new Recorder();
    start(recorder);
    Events.publish(TOPIC, "reading.unheard", UUID.randomUUID().toString(), "{}");
    List<String> sent = publish(recorder, 1);
    eventually(() -> recorder.taken().containsAll(sent));
    assertEquals(sent, recorder.met());
  }

  @Test
  void partitions_go_from_one_instance_to_the_next_and_each_event_takes_effect_once()
      throws Exception {
    Recorder recorder = new Recorder();
    start(recorder);
    List<String> sent = new ArrayList<>(publish(recorder, 1));
    eventually(() -> recorder.taken().containsAll(sent));
    EventReader second = start(recorder);
    for (int i = 0; i < 12; i++) {
      sent.addAll(publish(recorder, 1));
    }
    eventually(() -> recorder.taken().containsAll(sent));
    readers.get(0).stop();
    readers.get(0).join();
    for (int i = 0; i < 12; i++) {
      sent.addAll(publish(recorder, 1));
    }
    eventually(() -> recorder.taken().containsAll(sent));
    second.stop();
    second.join();
    assertEquals(sent.size(), recorder.taken().size());
  }

  private EventReader start(Recorder recorder) {
    EventReader reader =
        new EventReader(
            recorder, inbox, ConsumerSettings.of(recorder, recorder.service, servers), metrics);
    readers.add(reader);
    reader.start();
    return reader;
  }

  /** Events of one object, which only this recorder hears. */
  private static List<String> publish(Recorder recorder, int events) {
    String key = UUID.randomUUID().toString();
    return IntStream.range(0, events)
        .mapToObj(i -> Events.publish(TOPIC, recorder.type(), key, "{}").toString())
        .toList();
  }

  /** How far the group has told Kafka that it is, over all partitions. */
  private long offset(String group) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return offsets.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }
  }

  private static void eventually(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
  }

  /** What is thrown for the first few batches. */
  private static final class Fault {
    private final Supplier<Throwable> thrown;
    private volatile int left;

    Fault(Supplier<Throwable> thrown, int times) {
      this.thrown = thrown;
      this.left = times;
    }

    void strike() {
      if (left > 0) {
        left--;
        Throwable now = thrown.get();
        if (now instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) now;
      }
    }
  }

  /** Takes events by noting them; each group begins at the topic's beginning. */
  private static final class Recorder implements EventConsumer {
    private final String service;
    private final ConcurrentLinkedQueue<String> met = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile Fault fault = new Fault(RuntimeException::new, 0);
    private volatile Fault deafness = new Fault(RuntimeException::new, 0);
    private volatile UUID poison = new UUID(0, 0);

    Recorder() {
      this("test-" + UUID.randomUUID());
    }

    private Recorder(String service) {
      this.service = service;
    }

    Recorder again() {
      return new Recorder(service);
    }

    String group() {
      return service + ".platform";
    }

    String type() {
      return "reading." + service;
    }

    @Override
    public String name() {
      return service;
    }

    @Override
    public String topic() {
      return TOPIC;
    }

    @Override
    public boolean hears(String type) {
      if (!type.equals(type())) {
        return false;
      }
      deafness.strike();
      return true;
    }

    @Override
    public void take(EventBatch batch) {
      batch.events().forEach(event -> met.add(event.id().toString()));
      List<ReceivedEvent> fresh = batch.fresh();
      fault.strike();
      if (fresh.stream().anyMatch(event -> event.id().equals(poison))) {
        throw new StackOverflowError();
      }
      fresh.forEach(event -> taken.add(event.id().toString()));
    }

    List<String> met() {
      return List.copyOf(met);
    }

    List<String> taken() {
      return List.copyOf(taken);
    }
  }
}
