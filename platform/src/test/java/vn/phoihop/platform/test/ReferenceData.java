package vn.phoihop.platform.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reference lists as liaison-service publishes them: the seeds, whole, from
 * docs/events/examples.
 */
public final class ReferenceData {

  private ReferenceData() {}

  public static void publish() {
    for (Path list : lists()) {
      try {
        String json = Files.readString(list);
        JsonNode data = new ObjectMapper().readTree(json);
        Events.publish("phoihop.liaison", "reference.published", data.get("id").asText(), json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static List<Path> lists() {
    try (Stream<Path> files = Files.list(Docs.path("events", "examples", "reference.published"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
