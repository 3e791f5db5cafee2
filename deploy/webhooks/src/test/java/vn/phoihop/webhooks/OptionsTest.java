package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void says_what_is_wrong_with_the_options() {
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
  void says_when_the_authorities_cannot_be_read() {
    Ended ended = Ended.of("https://a", "--secret", Tried.KEYS.secret(), "--ca", "nowhere.pem");
    assertEquals(2, ended.code());
    assertTrue(ended.said().get(0).startsWith("error: no certificates (PEM) in nowhere.pem"));
  }

  @Test
  void the_keys_that_it_makes_are_ones_that_it_takes() {
    Ended made = Ended.of("--new-keys");
    assertEquals(0, made.code());
    List<String> keys = made.said().stream().map(line -> line.replaceAll(".* ", "")).toList();
    Secret.parse(keys.get(0));
    assertEquals(keys.get(2), Keys.write("whpk_", PrivateKey.parse(keys.get(1)).publicKey()));
  }

  private static void refused(String why, String... options) {
    Ended ended = Ended.of(options);
    assertEquals(2, ended.code(), ended.said().toString());
    assertEquals(List.of("error: " + why + "; see deploy/conformance --help"), ended.said());
  }

  private record Ended(int code, List<String> said) {
    static Ended of(String... options) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PrintStream print = new PrintStream(out, true, UTF_8);
      int code = Conformance.run(List.of(options), print, print);
      return new Ended(code, out.toString(UTF_8).lines().toList());
    }
  }
}
