package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private final Map<String, NewTopic> topics =
      Topics.all().stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));

  @Test
  void whateverIsPublishedHasItsTopic() throws IOException {
    Path document = Path.of(System.getProperty("phoihop.root"), "docs", "events", "asyncapi.yaml");
    Set<String> published =
        Pattern.compile("^ +address: (\\S+)$", Pattern.MULTILINE)
            .matcher(Files.readString(document))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertEquals(published, topics.keySet());
  }

  @Test
  void factsStayForeverAndContactsOnlyTheLast() {
    assertEquals("-1", topics.get("phoihop.incident").configs().get("retention.ms"));
    assertEquals(6, topics.get("phoihop.incident").numPartitions());
    assertEquals("compact", topics.get("phoihop.liaison.contacts").configs().get("cleanup.policy"));
  }
}
