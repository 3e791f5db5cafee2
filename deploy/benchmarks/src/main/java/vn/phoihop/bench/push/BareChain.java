package vn.phoihop.bench.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.http.BareSender;
import vn.phoihop.bench.http.WebhookId;
import vn.phoihop.bench.load.OpenLoop;
import vn.phoihop.bench.stack.Pause;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Settings;

/**
 * The opponent: produce with the product's settings (acks=all, idempotent, no linger), consume, and
 * POST with the product's client as many bytes as a webhook has. No database, no signature, no
 * record. Timed from the call of send, at which the broker has nothing yet.
 */
final class BareChain implements AutoCloseable {

  private static final String TOPIC = "bench.chain";
  private static final String BODY =
      """
      {"type":"incident.received","timestamp":"2026-11-25T03:00:00.000000Z",%s%s",\
      "enterpriseId":"019a1f6e-7c00-7000-8000-000000000001","receiptNumber":"TB-2026-000123",\
      "violationTypes":["TEL_BYPASS_SIMBOX"],"state":"RECEIVED","stage":"EARLY","version":1,"sequence":1,\
      "tlp":"AMBER","links":{"self":"http://localhost:8082/api/v1/incidents/019a1f6e-7c00-7000-8000-000000000003"}}}""";

  private final Arrivals arrivals;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final BareSender sender =
      new BareSender(fault -> System.err.println("the bare chain lost a POST: " + fault));
  private final Thread forwarding = new Thread(this::forward, "bare-chain");
  private volatile boolean assigned;
  private volatile boolean closed;

  BareChain(Settings settings, Arrivals arrivals) {
    this.arrivals = arrivals;
    String broker = "127.0.0.1:" + settings.port(Port.KAFKA);
    createTopic(broker);
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker,
                "key.serializer",
                StringSerializer.class.getName(),
                "value.serializer",
                ByteArraySerializer.class.getName(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0));
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker,
                "key.deserializer",
                StringDeserializer.class.getName(),
                "value.deserializer",
                ByteArrayDeserializer.class.getName(),
                "group.id",
                "bench.chain",
                "auto.offset.reset",
                "latest",
                "enable.auto.commit",
                false,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                50));
    forwarding.setDaemon(true);
    forwarding.start();
    Pause.until("the bare chain's consumer", Duration.ofSeconds(30), 20, () -> assigned);
  }

  private static void createTopic(String broker) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      if (!admin.listTopics().names().get().contains(TOPIC)) {
        admin.createTopics(List.of(new NewTopic(TOPIC, 6, (short) 1))).all().get();
      }
    } catch (ExecutionException e) {
      throw new Failure("Kafka makes no topic: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  private void forward() {
    List<Integer> port = List.of(arrivals.port());
    try (consumer) {
      consumer.subscribe(List.of(TOPIC));
      while (!closed) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          sender.post(port, record.value());
        }
        // "latest" of a partition is looked up at its first position: before that all is missed.
        if (!assigned && !consumer.assignment().isEmpty()) {
          consumer.assignment().forEach(consumer::position);
          assigned = true;
        }
      }
    }
  }

  /** Sends by the clock and nothing beside it. */
  Percentiles run(int perSecond, Duration length) {
    Volley volley = volley(OpenLoop.count(perSecond, length));
    OpenLoop.run(perSecond, length, 2, (worker, n, due) -> volley.send(n));
    return volley.await();
  }

  Volley volley(int count) {
    return new Volley(count);
  }

  /** Messages that are sent one by one and awaited together. */
  final class Volley {

    private final String[] ids;
    private final long[] sent;

    private Volley(int count) {
      this.ids = new String[count];
      this.sent = new long[count];
    }

    /** Sends number n; waits for nothing. */
    void send(int n) {
      ids[n] = UUID.randomUUID().toString();
      byte[] body = BODY.formatted(WebhookId.DATA, ids[n]).getBytes(StandardCharsets.UTF_8);
      sent[n] = System.nanoTime();
      var unused = producer.send(new ProducerRecord<>(TOPIC, ids[n], body));
    }

    /** Waits until all have arrived; a loss is a failure. */
    Percentiles await() {
      arrivals.await(Arrays.asList(ids));
      Percentiles latencies =
          Percentiles.of(
              IntStream.range(0, ids.length)
                  .mapToLong(n -> arrivals.time(ids[n]) - sent[n])
                  .toArray());
      arrivals.forget();
      return latencies;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      forwarding.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(Duration.ofSeconds(5));
    sender.close();
  }
}
