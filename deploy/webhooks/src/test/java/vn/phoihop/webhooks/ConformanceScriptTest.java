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
              Tried.KEYS.privateKey());
      assertEquals(0, all.code(), all.said().toString());
      assertTrue(all.said().contains("43 cases, 0 failed."), all.said().toString());
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
  void says_what_is_wrong_with_the_options() throws Exception {
    refused("--secret whsec_... or --key whsk_... is wanted");
    refused("--secret whsec_... or --key whsk_... is wanted", "http://localhost:9090");
    refused("the URL of the receiver is wanted", "--secret", Tried.KEYS.secret());
    refused("--secret wants a value", "http://localhost:9090", "--secret");
    refused("unknown option --sekret", "--sekret", "x");
    refused("not an http or https URL: ftp://x", "ftp://x");
    refused("not an http or https URL: http://user@x", "http://user@x");
    refused("one URL at a time, not also http://b", "http://a", "http://b");
    refused("'whpk_A...' is not whsk_ and the base64 of 64 bytes", "--key", "whpk_AAAA");
    refused("'abc...' is not whsec_ and the base64 of 24 to 64 bytes", "--secret", "abc");
  }

  @Test
  void says_when_the_authorities_cannot_be_read() throws Exception {
    Ended ended = run("https://a", "--secret", Tried.KEYS.secret(), "--ca", "nowhere.pem");
    assertEquals(2, ended.code());
    assertTrue(ended.said().get(0).startsWith("error: no certificates (PEM) in nowhere.pem"));
  }

  @Test
  void the_keys_that_it_makes_are_ones_that_it_takes() throws Exception {
    Ended made = run("--new-keys");
    assertEquals(0, made.code());
    List<String> keys = made.said().stream().map(line -> line.replaceAll(".* ", "")).toList();
    Secret.parse(keys.get(0));
    assertEquals(keys.get(2), Keys.write("whpk_", PrivateKey.parse(keys.get(1)).publicKey()));
  }

  private static void refused(String why, String... options) throws Exception {
    Ended ended = run(options);
    assertEquals(2, ended.code(), ended.said().toString());
    assertEquals(List.of("error: " + why + "; see deploy/conformance --help"), ended.said());
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
