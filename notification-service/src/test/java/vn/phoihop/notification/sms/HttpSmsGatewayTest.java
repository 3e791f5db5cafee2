package vn.phoihop.notification.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.sms.SmsGateway.Answer;
import vn.phoihop.platform.time.SystemClock;

/** Against a real HTTP server, on a socket of its own. */
@QuarkusTest
class HttpSmsGatewayTest {

  private static final UUID ID = UUID.randomUUID();
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** No answer of a server that answers is missed, however busy the machine. */
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private static final Duration IMPATIENT = Duration.ofMillis(500);

  private record Fixed(
      Optional<URI> url,
      Optional<String> token,
      Optional<String> secret,
      Optional<String> sender,
      Duration timeout)
      implements SmsSettings {}

  @Test
  void a_message_is_a_document_with_a_bearer_token() throws Exception {
    try (Receiver server = Receiver.ok()) {
      SmsGateway gateway = gateway(server.url(), Optional.of("t0k3n"), Optional.empty());
      assertEquals(Answer.TAKEN, gateway.send(ID, "+84912345678", "Phoi Hop: xin chao"));
      Receiver.Call call = server.calls().get(0);
      assertEquals("POST /hook?from=phoihop HTTP/1.1", call.line());
      assertEquals("Bearer t0k3n", call.headers().get("authorization"));
      assertEquals("application/json", call.headers().get("content-type"));
      assertEquals(ID.toString(), call.headers().get("idempotency-key"));
      assertNull(call.headers().get("webhook-signature"));
      assertEquals(
          new ObjectMapper()
              .valueToTree(
                  Map.of(
                      "id", ID.toString(),
                      "from", "PHOIHOP",
                      "to", "+84912345678",
                      "text", "Phoi Hop: xin chao")),
          new ObjectMapper().readTree(call.text()));
    }
  }

  @Test
  void a_signed_message_is_verified_by_the_official_library() throws Exception {
    try (Receiver server = Receiver.ok()) {
      gateway(server.url(), Optional.empty(), Optional.of(SECRET)).send(ID, "+84912345678", "x");
      Receiver.Call call = server.calls().get(0);
      Subscriber.verify(call, SECRET);
      assertNull(call.headers().get("authorization"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, TAKEN",
    "202, TAKEN",
    "400, REFUSED",
    "404, REFUSED",
    "422, REFUSED",
    "301, DEFERRED",
    "401, DEFERRED",
    "403, DEFERRED",
    "429, DEFERRED",
    "500, DEFERRED",
    "503, DEFERRED"
  })
  void what_the_gateway_says_is_what_it_means(int status, Answer answer) {
    try (Receiver server = Receiver.with(Receiver.status(status))) {
      assertEquals(
          answer,
          gateway(server.url(), Optional.empty(), Optional.empty()).send(ID, "+84912345678", "x"));
      assertEquals(1, server.calls().size());
    }
  }

  @Test
  void a_gateway_that_hangs_or_is_away_is_tried_again() {
    String url;
    try (Receiver server = Receiver.ok()) {
      server.thenAlways(server.hanging());
      url = server.url();
      assertEquals(
          Answer.DEFERRED,
          gateway(url, Optional.empty(), Optional.empty(), IMPATIENT)
              .send(ID, "+84912345678", "x"));
    }
    assertEquals(
        Answer.DEFERRED,
        gateway(url, Optional.empty(), Optional.empty()).send(ID, "+84912345678", "x"));
  }

  @Test
  void without_an_address_there_is_no_gateway() {
    assertFalse(
        new HttpSmsGateway(
                new Fixed(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofSeconds(1)),
                new ObjectMapper(),
                clock())
            .isOn());
  }

  private static SmsGateway gateway(String url, Optional<String> token, Optional<String> secret) {
    return gateway(url, token, secret, PATIENT);
  }

  private static SmsGateway gateway(
      String url, Optional<String> token, Optional<String> secret, Duration timeout) {
    return new HttpSmsGateway(
        new Fixed(Optional.of(URI.create(url)), token, secret, Optional.of("PHOIHOP"), timeout),
        new ObjectMapper(),
        clock());
  }

  private static SystemClock clock() {
    return Arc.container().instance(SystemClock.class).get();
  }
}
