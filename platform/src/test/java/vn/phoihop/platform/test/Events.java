package vn.phoihop.platform.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import vn.phoihop.platform.outbox.EventJson;

/** Events on the real broker, sent as another service would and read as another service would. */
public final class Events {

  private Events() {}

  /** A record read from a topic. */
  public record Seen(Map<String, String> headers, String key, String data) {
    /** The short type, incident.received. */
    public String type() {
      String type = headers.getOrDefault("ce_type", "");
      return type.replaceFirst("^vn\\.phoihop\\.", "").replaceFirst("\\.v1$", "");
    }
  }

  /**
   * Sends an event and returns its CloudEvents id; data is JSON text, or a record; null is a
   * tombstone.
   */
  public static UUID publish(String topic, String type, String key, Object data) {
    UUID id = UUID.randomUUID();
    send(topic, type, key, data, id);
    return id;
  }

  /** Sends an event under a given CloudEvents id, as a relay that crashed before marking does. */
  public static void send(String topic, String type, String key, Object data, UUID id) {
    String json = data == null ? null : data instanceof String text ? text : EventJson.write(data);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_source", "/" + topic.replace('.', '/'));
    headers.put("ce_type", "vn.phoihop." + type + ".v1");
    headers.put("ce_subject", key);
    headers.put("ce_time", Instant.now().toString());
    headers.put("content-type", "application/json");
    sendRaw(topic, key, json == null ? null : json.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Sends any bytes with any headers: poison. */
  public static void sendRaw(String topic, String key, byte[] value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for an event that fits, reading the topic from its beginning. */
  public static Seen await(String topic, Predicate<Seen> fits) {
    return Awaitility.await("an event on " + topic)
        .atMost(Duration.ofSeconds(30))
        .until(() -> all(topic).stream().filter(fits).findFirst(), java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** Everything on the topic now, in order within each partition. */
  public static List<Seen> all(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Seen> seen = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(seen(record)));
      }
      return seen;
    }
  }

  private static Seen seen(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    Stream.of(record.headers().toArray())
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return new Seen(
        headers,
        record.key(),
        record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
  }

  private static String servers() {
    return System.getProperty("kafka.bootstrap.servers");
  }
}
