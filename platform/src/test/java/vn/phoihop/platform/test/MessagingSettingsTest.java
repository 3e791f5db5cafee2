package vn.phoihop.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Each channel as configured for this run: a channel that stops at a failure, skips to the latest
 * record, or acknowledges with one replica loses events without a word. Needs @QuarkusTest.
 */
public abstract class MessagingSettingsTest {

  private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";

  @Test
  void every_incoming_channel_reads_at_least_once_and_never_stops() {
    List<String> wrong = new ArrayList<>();
    String service = value("quarkus.application.name");
    for (String channel : channels("incoming")) {
      String topic = value("mp.messaging.incoming." + channel + ".topic");
      expect(wrong, channel, "group.id", service + "." + topic.replaceFirst("^phoihop\\.", ""));
      expect(wrong, channel, "dead-letter-queue.topic", "dlq." + service + "." + topic);
      expect(wrong, channel, "failure-strategy", "dead-letter-queue");
      expect(wrong, channel, "auto.offset.reset", "earliest");
      expect(wrong, channel, "enable.auto.commit", "false");
      expect(wrong, channel, "commit-strategy", "throttled");
      expect(wrong, channel, "throttled.unprocessed-record-max-age.ms", "0");
      expect(wrong, channel, "max.poll.records", "50");
      expect(wrong, channel, "max.poll.interval.ms", "300000");
      expect(wrong, channel, "batch", "true");
      expect(wrong, channel, "fail-on-deserialization-failure", "false");
      expect(wrong, channel, "isolation.level", "read_committed");
      // The dead-letter producer inherits these; its own default would be one replica.
      expect(wrong, channel, "acks", "all");
      expect(wrong, channel, "enable.idempotence", "true");
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void nothing_but_the_relay_sends() {
    assertEquals(Set.of(), channels("outgoing"));
  }

  @Test
  void what_is_broken_in_this_version_is_not_used() {
    List<String> used =
        StreamSupport.stream(config().getPropertyNames().spliterator(), false)
            .filter(
                name ->
                    name.startsWith("mp.messaging.")
                        && (name.contains("throttled.ordered") || name.contains("delayed-retry")))
            .toList();
    assertEquals(List.of(), used);
  }

  private static Set<String> channels(String direction) {
    String prefix = "mp.messaging." + direction + ".";
    Set<String> channels = new TreeSet<>();
    for (String name : config().getPropertyNames()) {
      if (name.startsWith(prefix)) {
        String rest = name.substring(prefix.length());
        channels.add(rest.substring(0, rest.indexOf('.')));
      }
    }
    return channels;
  }

  private static void expect(List<String> wrong, String channel, String key, String expected) {
    String actual =
        config()
            .getOptionalValue("mp.messaging.incoming." + channel + "." + key, String.class)
            .or(() -> config().getOptionalValue(CONNECTOR + key, String.class))
            .orElse("(default)");
    if (!actual.equals(expected)) {
      wrong.add(channel + " " + key + ": " + actual + ", not " + expected);
    }
  }

  private static String value(String name) {
    return config().getValue(name, String.class);
  }

  private static Config config() {
    return ConfigProvider.getConfig();
  }
}
