package vn.phoihop.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.crypto.Ed25519Key;

class SignatureTest {

  private static final byte[] KEY = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final byte[] OLD = "an older secret of 32 bytes, say".getBytes(UTF_8);
  private static final Claimed CLAIMED =
      DeliveryFixture.claimed("{\"type\":\"incident.received\"}");

  @Test
  void the_conformance_vector_of_standard_webhooks() {
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        Signature.header(
            List.of(KEY),
            List.of(),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}".getBytes(UTF_8)));
  }

  @Test
  void an_asymmetric_signature_stands_behind_the_others() {
    Ed25519Key key =
        Ed25519Key.parse("MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7");
    byte[] body = "{}".getBytes(UTF_8);
    String header = Signature.header(List.of(KEY, OLD), List.of(key), "msg_1", 1614265330, body);
    assertEquals(
        "v1a,"
            + Base64.getEncoder().encodeToString(key.sign("msg_1.1614265330.{}".getBytes(UTF_8))),
        header.split(" ")[2]);
    assertEquals(
        header.split(" ")[2], Signature.header(List.of(), List.of(key), "msg_1", 1614265330, body));
  }

  @Test
  void the_official_library_accepts_it() throws Exception {
    verify(KEY, WebhookRequest.of(CLAIMED, List.of(KEY), List.of(), null, Instant.now()));
  }

  @Test
  void while_rotating_either_secret_verifies() throws Exception {
    WebhookRequest request =
        WebhookRequest.of(CLAIMED, List.of(KEY, OLD), List.of(), null, Instant.now());
    assertEquals(2, request.headers().get("webhook-signature").split(" ").length);
    verify(KEY, request);
    verify(OLD, request);
  }

  @Test
  void the_official_library_refuses_another_body_secret_id_or_time() {
    WebhookRequest request =
        WebhookRequest.of(CLAIMED, List.of(KEY), List.of(), null, Instant.now());
    refused(OLD, request);
    refused(KEY, new WebhookRequest(request.headers(), "{}".getBytes(UTF_8)));
    refused(KEY, with(request, "webhook-id", "another"));
    refused(KEY, with(request, "webhook-timestamp", "1614265330"));
    refused(
        KEY,
        WebhookRequest.of(
            CLAIMED, List.of(KEY), List.of(), null, Instant.now().minus(Duration.ofMinutes(6))));
  }

  private static WebhookRequest with(WebhookRequest request, String name, String value) {
    Map<String, String> headers = new java.util.HashMap<>(request.headers());
    headers.put(name, value);
    return new WebhookRequest(headers, request.body());
  }

  private static void refused(byte[] key, WebhookRequest request) {
    assertThrows(WebhookVerificationException.class, () -> verify(key, request));
  }

  private static void verify(byte[] key, WebhookRequest request) throws Exception {
    Map<String, List<String>> headers =
        request.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    new Webhook("whsec_" + Base64.getEncoder().encodeToString(key))
        .verify(new String(request.body(), UTF_8), HttpHeaders.of(headers, (n, v) -> true));
  }
}
