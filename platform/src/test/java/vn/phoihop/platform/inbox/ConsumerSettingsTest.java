package vn.phoihop.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

/** A consumer that begins at the latest record, or commits by itself, loses events silently. */
class ConsumerSettingsTest {

  private record Reads(String topic, boolean canWait) implements EventConsumer {
    @Override
    public String name() {
      return "incident.somebody";
    }

    @Override
    public void take(EventBatch batch) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void a_group_is_named_after_the_service_and_the_topic() {
    assertEquals("incident.liaison", group("phoihop.liaison"));
    assertEquals("incident.liaison.contacts", group("phoihop.liaison.contacts"));
  }

  @Test
  void everything_is_read_from_the_beginning_and_committed_by_us_alone() {
    Map<String, Object> settings = settings(new Reads("phoihop.liaison", false));
    assertEquals("earliest", settings.get(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG));
    assertEquals(false, settings.get(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG));
    assertEquals("read_committed", settings.get(ConsumerConfig.ISOLATION_LEVEL_CONFIG));
    assertEquals(false, settings.get(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG));
    assertEquals(10_000, settings.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG));
  }

  @Test
  void only_what_can_wait_is_gathered_at_the_broker() {
    assertEquals(
        250,
        settings(new Reads("phoihop.incident", true)).get(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG));
    assertEquals(
        null,
        settings(new Reads("phoihop.incident", false)).get(ConsumerConfig.FETCH_MIN_BYTES_CONFIG));
  }

  private static Object group(String topic) {
    return settings(new Reads(topic, false)).get(ConsumerConfig.GROUP_ID_CONFIG);
  }

  private static Map<String, Object> settings(EventConsumer consumer) {
    return ConsumerSettings.of(consumer, "incident", "127.0.0.1:9092");
  }
}
