package vn.phoihop.platform.inbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How a topic is read: at least once, from its beginning, and nothing unknown is created. */
final class ConsumerSettings {

  private static final String OURS = "phoihop.";

  private ConsumerSettings() {}

  static Map<String, Object> of(EventConsumer consumer, String service, String bootstrapServers) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                group(consumer, service),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                50));
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    // The partitions of an instance that was killed go to the others after this, not after 45 s.
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    if (consumer.canWait()) {
      settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536);
      settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
    }
    return settings;
  }

  /** By the topic, {@code incident.liaison}: it holds the offsets, and never changes. */
  private static String group(EventConsumer consumer, String service) {
    String topic = consumer.topic();
    return service + "." + (topic.startsWith(OURS) ? topic.substring(OURS.length()) : topic);
  }
}
