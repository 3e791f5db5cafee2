package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
  /** The message of the test suites of Standard Webhooks' own libraries. */
  private static final Message VECTOR =
      new Message(
          "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}".getBytes(UTF_8));

  @Test
  void the_conformance_vector_of_standard_webhooks() {
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").sign(VECTOR));
  }

  @Test
  void the_asymmetric_vector_of_svix() {
    PrivateKey key =
        PrivateKey.parse(
            "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==");
    assertEquals(
        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==",
        key.sign(VECTOR));
    assertArrayEquals(
        Base64.getDecoder().decode("1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4="),
        key.publicKey());
  }

  @Test
  void the_official_library_verifies_what_the_kit_signs() throws Exception {
    Keys keys = Keys.random();
    Message message = Message.incident();
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                Call.ID, List.of(message.id()),
                Call.TIMESTAMP, List.of(message.timestamp()),
                Call.SIGNATURE, List.of(Secret.parse(keys.secret()).sign(message))),
            (name, value) -> true);
    new Webhook(keys.secret()).verify(new String(message.body(), UTF_8), headers);
  }

  @Test
  void fresh_keys_fit_each_other() {
    Keys keys = Keys.random();
    assertEquals(
        keys.publicKey(), Keys.write("whpk_", PrivateKey.parse(keys.privateKey()).publicKey()));
    assertTrue(keys.secret().startsWith("whsec_"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "whsec_%%%",
        "whsec_c2hvcnQ=",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4="
      })
  void what_is_no_secret_is_refused_and_not_repeated(String text) {
    Refusal refusal = assertThrows(Refusal.class, () -> Secret.parse(text));
    assertTrue(text.length() < 7 || !refusal.getMessage().contains(text), refusal.getMessage());
  }
}
