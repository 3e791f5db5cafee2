package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private final Map<String, NewTopic> topics =
      Topics.all().stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));

  @Test
  void whateverAServiceReadsOrDeadLettersToIsThere() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Port port : ServicePart.SERVICES) {
      Properties properties = new Properties();
      Path file =
          Path.of(System.getProperty("phoihop.root"))
              .resolve(port.service())
              .resolve("src/main/resources/application.properties");
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      properties.stringPropertyNames().stream()
          .filter(name -> name.startsWith("mp.messaging.") && name.endsWith("topic"))
          .forEach(name -> named.add(properties.getProperty(name)));
    }
    assertFalse(named.isEmpty());
    named.removeAll(topics.keySet());
    assertTrue(named.isEmpty(), "not created: " + named);
  }

  @Test
  void factsStayForeverAndContactsOnlyTheLast() {
    assertEquals("-1", topics.get("phoihop.incident").configs().get("retention.ms"));
    assertEquals(6, topics.get("phoihop.incident").numPartitions());
    assertEquals("compact", topics.get("phoihop.liaison.contacts").configs().get("cleanup.policy"));
  }
}
