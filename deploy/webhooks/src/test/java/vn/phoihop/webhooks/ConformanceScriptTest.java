package vn.phoihop.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** deploy/conformance, as a new agency calls it: with a JDK and nothing else. */
@Timeout(120)
class ConformanceScriptTest {

  @Test
  void ends_with_0_for_a_right_receiver_and_1_for_a_wrong_one() throws Exception {
    try (FlawedReceiver right = new FlawedReceiver(Flaw.NONE)) {
      Ended all =
          run(
              right.url().toString(),
              "--secret",
              Tried.KEYS.secret(),
              "--old-secret",
              Tried.OLD.secret(),
              "--key",
              Tried.KEYS.privateKey(),
              "--origin",
              Tried.ORIGIN);
      assertEquals(0, all.code(), all.said().toString());
      assertTrue(all.said().contains("45 cases, 0 failed."), all.said().toString());
      Ended least = run(right.url().toString(), "--secret", Tried.KEYS.secret());
      assertEquals(0, least.code(), least.said().toString());
      assertTrue(least.said().contains("35 cases, 0 failed."), least.said().toString());
    }
    try (FlawedReceiver wrong = new FlawedReceiver(Flaw.ADMITS_THE_FUTURE)) {
      Ended ended = run(wrong.url().toString(), "--secret", Tried.KEYS.secret());
      assertEquals(1, ended.code(), ended.said().toString());
      assertTrue(ended.said().contains("35 cases, 2 failed."), ended.said().toString());
    }
  }

  @Test
  void ends_with_2_for_options_that_cannot_be() throws Exception {
    Ended ended = run("--sekret", "x");
    assertEquals(2, ended.code());
    assertEquals(
        List.of("error: unknown option --sekret; see deploy/conformance --help"), ended.said());
  }

  private record Ended(int code, List<String> said) {}

  private static Ended run(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of("..", "conformance").toString());
    command.addAll(List.of(options));
    try (Running script = new Running(command)) {
      int code = script.exitCode();
      return new Ended(code, script.stop());
    }
  }
}
