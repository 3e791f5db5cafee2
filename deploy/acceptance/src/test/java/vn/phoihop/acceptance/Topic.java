package vn.phoihop.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.phoihop.acceptance.History.Published;

/** Reads what comes to a topic from now on, each partition in its order. */
final class Topic implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final List<Published> read = new ArrayList<>();

  Topic(String bootstrapServers, String name) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(name).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** All that has come so far. */
  List<Published> read() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    AtomicLong left = new AtomicLong(1);
    while (left.get() > 0) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        read.add(published(record));
      }
      left.set(
          ends.entrySet().stream()
              .filter(e -> consumer.position(e.getKey()) < e.getValue())
              .count());
    }
    return List.copyOf(read);
  }

  private static Published published(ConsumerRecord<String, byte[]> record) {
    try {
      JsonNode fact = Http.JSON.readTree(record.value());
      return new Published(
          header(record, "ce_id"),
          fact.path("id").asText(),
          fact.path("sequence").asLong(),
          header(record, "ce_type").replaceAll("^vn\\.phoihop\\.|\\.v1$", ""),
          record.partition());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
