package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we hand out passes what we ask of others. */
@Timeout(120)
class ReadyReceiversTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Set<String> V1A_ACCEPTED =
      new TreeSet<>(Set.of("v1a alone", "v1a beside a v1 that does not match"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void passes_every_case(Ready ready) throws Exception {
    Path file = folder.resolve("seen.ndjson");
    try (Running receiver =
        ready.start(
            "--port", "0",
            "--file", file.toString(),
            "--secret", Tried.KEYS.secret(),
            "--secret", Tried.OLD.secret(),
            "--key", Tried.KEYS.publicKey(),
            "--origin", Tried.ORIGIN)) {
      Tried tried = Tried.of(receiver.url());
      assertEquals(ready.knowsEd25519() ? Set.of() : V1A_ACCEPTED, tried.failed(), tried.table());
      assertEquals(Set.of(), tried.marked("ask"), "it says how many it has processed");
      int kept = events(file).size();
      // It answers before it says what came.
      receiver.awaitLines("received ", kept);
      receiver.awaitLines("again ", 1);
      List<String> said = receiver.stop();
      // One line an event, whatever its spelling; refusals and repetitions are told apart.
      assertEquals(kept, count(said, "received "));
      assertEquals(1, count(said, "again "));
      assertTrue(count(said, "refused ") > 20, said.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "NODE", "PYTHON"})
  void remembers_over_a_crash_and_drops_what_was_half_written(Ready ready) throws Exception {
    Path file = folder.resolve("seen.ndjson");
    String[] options = {"--port", "0", "--file", file.toString(), "--secret", Tried.KEYS.secret()};
    Message first = Message.incident();
    Message second = Message.incident();
    try (Running receiver = ready.start(options)) {
      assertEquals(1, processed(receiver.url(), Call.of(first, Tried.SECRET.sign(first))));
      receiver.kill();
    }
    String half = "{\"id\":\"" + second.id() + "\",\"event\":{\"type\":\"incident.rec";
    Files.writeString(file, half, UTF_8, StandardOpenOption.APPEND);
    try (Running receiver = ready.start(options)) {
      assertEquals(1, processed(receiver.url(), Call.of(first, Tried.SECRET.sign(first))));
      assertEquals(2, processed(receiver.url(), Call.of(second, Tried.SECRET.sign(second))));
    }
    List<JsonNode> events = events(file);
    assertEquals(
        List.of(first.id(), second.id()), events.stream().map(ReadyReceiversTest::id).toList());
    assertEquals(new JsonMapper().readTree(second.body()), events.get(1).path("event"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "NODE", "PYTHON"})
  void many_at_once_are_each_kept_once(Ready ready) throws Exception {
    Path file = folder.resolve("seen.ndjson");
    try (Running receiver =
        ready.start("--port", "0", "--file", file.toString(), "--secret", Tried.KEYS.secret())) {
      URI url = receiver.url();
      List<Call> calls = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        Message message = Message.incident();
        ids.add(message.id());
        Call call = Call.of(message, Tried.SECRET.sign(message));
        calls.addAll(List.of(call, call, call));
      }
      long accepted =
          calls.parallelStream().filter(call -> endpoint(url).send(call).accepted()).count();
      assertEquals(150, accepted);
      List<String> kept = events(file).stream().map(ReadyReceiversTest::id).toList();
      assertEquals(50, kept.size());
      assertEquals(ids, new HashSet<>(kept));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "NODE", "PYTHON"})
  void does_not_start_without_a_key_or_with_what_is_none(Ready ready) throws Exception {
    try (Running receiver = ready.start("--port", "0")) {
      assertEquals(2, receiver.exitCode());
    }
    try (Running receiver = ready.start("--port", "0", "--secret", "whsec_c2hvcnQ=")) {
      assertEquals(2, receiver.exitCode());
    }
    try (Running receiver =
        ready.start("--port", "0", "--secret", Tried.KEYS.secret(), "--key", "whpk_c2hvcnQ=")) {
      assertEquals(2, receiver.exitCode());
    }
  }

  @Test
  void the_trial_receiver_refuses_everything_when_down() throws Exception {
    String script = Path.of("..", "receiver").toString();
    Message message = Message.incident();
    Path file = folder.resolve("seen.ndjson");
    try (Running receiver =
        new Running(
            List.of(
                script,
                "--down",
                "--port",
                "0",
                "--file",
                file.toString(),
                "--secret",
                Tried.KEYS.secret()))) {
      assertEquals(
          503,
          endpoint(receiver.url()).send(Call.of(message, Tried.SECRET.sign(message))).status());
    }
    assertEquals(List.of(), events(file));
  }

  private static Endpoint endpoint(URI url) {
    return new Endpoint(url, (SSLSocketFactory) SSLSocketFactory.getDefault(), PATIENCE);
  }

  private static long processed(URI url, Call call) {
    Answer answer = endpoint(url).send(call);
    assertTrue(answer.accepted(), answer.toString());
    return answer.processed().orElseThrow();
  }

  private static String id(JsonNode line) {
    return line.path("id").asText();
  }

  private static long count(List<String> lines, String begin) {
    return lines.stream().filter(line -> line.startsWith(begin)).count();
  }

  private static List<JsonNode> events(Path file) throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(file, UTF_8)) {
      events.add(new JsonMapper().readTree(line));
    }
    return events;
  }
}
