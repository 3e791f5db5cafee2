package vn.phoihop.notification.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookKeysTest {

  private static final Instant ROTATION = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-06-08T00:00:00Z");

  @TempDir Path folder;

  @Test
  void while_one_key_replaces_another_both_sign() throws Exception {
    WebhookKeys keys = read(fresh() + " " + ROTATION, fresh() + " 2026-01-01T00:00:00Z " + END, "");
    List<WebhookKey> all = keys.all();
    WebhookKey next = all.get(0);
    WebhookKey former = all.get(1);
    assertEquals(List.of(former.key()), keys.at(ROTATION.minusNanos(1)));
    assertEquals(List.of(next.key(), former.key()), keys.at(ROTATION));
    assertEquals(List.of(next.key(), former.key()), keys.at(END.minusNanos(1)));
    assertEquals(List.of(next.key()), keys.at(END));
    assertEquals(List.of(), keys.at(Instant.parse("2025-12-31T23:59:59Z")));
  }

  @Test
  void a_key_is_shown_as_standard_webhooks_writes_it_and_never_its_secret() throws Exception {
    String secret = fresh();
    WebhookKeyView view = WebhookKeyView.of(read(secret + " " + ROTATION).all().get(0));
    assertTrue(view.key().startsWith("whpk_"));
    assertEquals(32, Base64.getDecoder().decode(view.key().substring(5)).length);
    assertTrue(view.id().matches("[0-9a-f]{16}"));
    byte[] seed = Base64.getDecoder().decode(secret);
    String shown = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(seed, 16, 48));
    assertTrue(!view.toString().contains(shown));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 2026", " 2026-06-01T00:00:00Z 2026-06-08T00:00:00Z more"})
  void a_line_without_its_instants_is_refused(String rest) throws Exception {
    WebhookKeys keys = read(fresh() + rest);
    assertThrows(RuntimeException.class, keys::all);
  }

  private WebhookKeys read(String... lines) throws Exception {
    Files.write(folder.resolve("webhook-signing.key"), List.of(lines));
    return new WebhookKeys(folder);
  }

  private static String fresh() throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
  }
}
