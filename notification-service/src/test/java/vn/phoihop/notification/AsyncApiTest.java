package vn.phoihop.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import vn.phoihop.platform.test.Docs;

/**
 * docs/events/asyncapi.yaml says what the schemas beside it, the table of topics in README.md and
 * the services' own consumers say.
 */
class AsyncApiTest {

  private static final String SUFFIX = ".v1.schema.json";
  private static final Pattern TOPIC_ROW =
      Pattern.compile("^\\| `(phoihop[a-z.]*)` \\| (.+) \\| .+ \\|$", Pattern.MULTILINE);
  private static final Pattern TOPIC_READ =
      Pattern.compile("String topic\\(\\) \\{\\s+return \"([a-z.]+)\";");
  private static final Pattern NAME = Pattern.compile("`([a-z_]+\\.[a-z_*]+)`");

  private final Map<String, Object> document =
      new Yaml().load(Docs.read("events", "asyncapi.yaml"));

  @Test
  void every_schema_has_a_message_and_the_reverse() throws IOException {
    assertEquals(schemas(), new TreeSet<>(messages().keySet()));
  }

  @Test
  void every_message_is_on_the_channel_of_its_topic_and_on_no_other() throws IOException {
    Map<String, List<String>> topics = new TreeMap<>();
    for (String type : schemas()) {
      topics.put(type, topics(type));
    }
    Map<String, List<String>> channels = new TreeMap<>();
    for (String type : messages().keySet()) {
      channels.put(
          type,
          at(document, "channels").values().stream()
              .map(AsyncApiTest::map)
              .filter(channel -> at(channel, "messages").containsKey(type))
              .map(channel -> (String) channel.get("address"))
              .toList());
    }
    assertEquals(topics, channels);
    at(document, "channels")
        .values()
        .forEach(
            channel ->
                at(map(channel), "messages")
                    .forEach(
                        (type, ref) ->
                            assertEquals(
                                Map.of("$ref", "#/components/messages/" + type), map(ref))));
  }

  @Test
  void every_message_is_a_cloud_event_with_the_schema_of_its_type() {
    messages()
        .forEach(
            (type, value) -> {
              Map<String, Object> message = map(value);
              assertEquals(type, message.get("name"));
              assertEquals(
                  List.of(Map.of("$ref", "#/components/messageTraits/cloudEvent")),
                  message.get("traits"));
              assertEquals(
                  Map.of(
                      "ce_type", Map.of("const", "vn.phoihop." + type + ".v1"),
                      "ce_dataschema", Map.of("const", "urn:phoihop:schema:" + type + ":v1")),
                  at(message, "headers").get("properties"));
              assertEquals(
                  Map.of(
                      "schemaFormat",
                      "application/schema+json;version=2020-12",
                      "schema",
                      Map.of("$ref", type + SUFFIX)),
                  message.get("payload"));
              assertFalse(Objects.toString(message.get("title"), "").isBlank(), type);
            });
  }

  @Test
  void the_operations_are_what_the_services_send_and_read() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String service : List.of("liaison", "incident", "reporting", "notification")) {
      expected.add(service + "-service send phoihop." + service);
      for (String topic : topicsRead(service)) {
        expected.add(service + "-service receive " + topic);
      }
    }
    expected.add("liaison-service send phoihop.liaison.contacts");
    Set<String> documented =
        at(document, "operations").values().stream()
            .map(AsyncApiTest::map)
            .map(
                operation ->
                    service(operation) + " " + operation.get("action") + " " + topic(operation))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, documented);
  }

  private Map<String, Object> messages() {
    return at(at(document, "components"), "messages");
  }

  private static String service(Map<String, Object> operation) {
    return (String) map(((List<?>) operation.get("tags")).get(0)).get("name");
  }

  private String topic(Map<String, Object> operation) {
    String channel = ((String) at(operation, "channel").get("$ref")).replace("#/channels/", "");
    return (String) at(at(document, "channels"), channel).get("address");
  }

  private static Set<String> schemas() throws IOException {
    try (Stream<Path> files = Files.list(Docs.path("events"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("envelope"))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The topics whose row in the README names the type, whole or by its family. */
  private static List<String> topics(String type) {
    String whole = rows().getOrDefault(type, "");
    return whole.isEmpty()
        ? Stream.ofNullable(rows().get(type.replaceFirst("\\..*", ".*"))).toList()
        : List.of(whole);
  }

  private static Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    Matcher row = TOPIC_ROW.matcher(Docs.read("events", "README.md"));
    while (row.find()) {
      Matcher name = NAME.matcher(row.group(2));
      while (name.find()) {
        rows.put(name.group(1), row.group(1));
      }
    }
    return rows;
  }

  /** What the consumers of a service say in their sources: {@code EventConsumer#topic}. */
  private static Set<String> topicsRead(String service) throws IOException {
    Set<String> topics = new TreeSet<>();
    try (Stream<Path> files =
        Files.walk(Docs.path("..", service + "-service", "src", "main", "java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("EventsConsumer.java")).toList()) {
        Matcher topic = TOPIC_READ.matcher(Files.readString(file));
        assertTrue(topic.find(), file + " names its topic");
        topics.add(topic.group(1));
      }
    }
    return topics;
  }

  private static Map<String, Object> at(Map<String, Object> object, String name) {
    return map(Objects.requireNonNull(object.get(name), name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
