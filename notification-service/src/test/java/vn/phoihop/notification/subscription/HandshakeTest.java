package vn.phoihop.notification.subscription;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Receiver.Call;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;

/** A receiver is asked whether it wants our calls. */
@QuarkusTest
class HandshakeTest {

  private static final String TYPE = "incident.received";
  private static final String ORIGIN = "WebHook-Allowed-Origin: phoihop.invalid";
  private static final String RATE = "WebHook-Allowed-Rate: *";
  private static final Duration SOON = Duration.ofSeconds(60);

  /** For so long a receiver is waited for: phoihop.webhook.timeout of this run. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  @Test
  void a_receiver_that_agrees_is_called_under_the_name_that_it_agreed_to() throws Exception {
    try (Receiver receiver = agreeing(ORIGIN, "WebHook-Allowed-Rate: 120")) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "handshake", true);
      Call asked = receiver.calls().get(0);
      assertEquals("OPTIONS /hook?from=phoihop HTTP/1.1", asked.line());
      assertEquals("phoihop.invalid", asked.headers().get("webhook-request-origin"));
      assertEquals("60000", asked.headers().get("webhook-request-rate"));
      assertNull(asked.headers().get("webhook-signature"));
      subscriber
          .request()
          .get(path(subscriber.id()))
          .then()
          .body("handshake", equalTo(true))
          .body("ratePerSecond", equalTo(2));
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "DELIVERED");
      assertEquals("phoihop.invalid", receiver.calls(event).get(0).headers().get("origin"));
    }
  }

  @ParameterizedTest
  @CsvSource({"*, *, 7", "phoihop.invalid, 100000, 7", "PHOIHOP.invalid, 419, 6", "*, 60, 1"})
  void what_is_granted_lowers_the_rate_and_never_raises_it(
      String origin, String rate, int perSecond) {
    try (Receiver receiver =
        agreeing("WebHook-Allowed-Origin: " + origin, "WebHook-Allowed-Rate: " + rate)) {
      Subscriber subscriber =
          Subscriber.with(receiver.url(), TYPE, "handshake", true, "ratePerSecond", 7);
      assertEquals("420", receiver.calls().get(0).headers().get("webhook-request-rate"));
      subscriber
          .request()
          .get(path(subscriber.id()))
          .then()
          .body("ratePerSecond", equalTo(perSecond));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"59", "30", "1"})
  void a_rate_below_a_call_a_second_cannot_be_kept_and_is_refused(String rate) throws Exception {
    try (Receiver receiver = agreeing(ORIGIN, "WebHook-Allowed-Rate: " + rate)) {
      refused(receiver.url(), "HANDSHAKE_RATE");
    }
  }

  @Test
  void whose_owner_does_not_want_it_is_not_asked() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      assertEquals(List.of(), receiver.calls());
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "DELIVERED").body("attempts[0].status", equalTo(200));
      assertNull(receiver.calls(event).get(0).headers().get("origin"));
      subscriber.request().get(path(subscriber.id())).then().body("handshake", equalTo(false));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|X-Other: 1|X-Other: 2",
        "200|" + ORIGIN + "|X-Other: 2",
        "200|X-Other: 1|" + RATE,
        "200|WebHook-Allowed-Origin: other.test|" + RATE,
        "200|WebHook-Allowed-Origin: phoihop.invalid.evil.test|" + RATE,
        "200|" + ORIGIN + "|WebHook-Allowed-Rate: 0",
        "200|" + ORIGIN + "|WebHook-Allowed-Rate: -5",
        "200|" + ORIGIN + "|WebHook-Allowed-Rate: 99999999999999999999",
        "405|Allow: POST|X-Other: 2"
      })
  void an_answer_that_is_no_yes_refuses_the_url(int status, String first, String second)
      throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(status, first, second))) {
      refused(receiver.url());
      assertEquals(1, receiver.calls().size());
    }
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    try (Receiver agreeing = agreeing(ORIGIN, RATE);
        Receiver receiver = Receiver.with(Receiver.status(307, "location: " + agreeing.url()))) {
      refused(receiver.url());
      assertEquals(List.of(), agreeing.calls());
    }
  }

  @Test
  void a_receiver_that_hangs_drips_or_is_away_has_not_agreed() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      receiver.thenAlways(receiver.hanging());
      refused(receiver.url());
    }
    Receiver.Behaviour drip =
        (call, out) -> {
          out.write("HTTP/1.1 200 OK\r\nx-slow: ".getBytes(ISO_8859_1));
          while (true) {
            out.write('a');
            out.flush();
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(20);
          }
        };
    String gone;
    try (Receiver receiver = Receiver.with(drip)) {
      gone = receiver.url();
      refused(gone);
    }
    refused(gone);
  }

  @Test
  void the_body_of_the_answer_is_not_waited_for() throws Exception {
    Receiver.Behaviour endless =
        (call, out) -> {
          if (!call.line().startsWith("OPTIONS")) {
            return Receiver.status(200).answer(call, out);
          }
          out.write(
              ("HTTP/1.1 200 OK\r\n"
                      + ORIGIN
                      + "\r\n"
                      + RATE
                      + "\r\ntransfer-encoding: chunked\r\n\r\n")
                  .getBytes(ISO_8859_1));
          while (true) {
            out.write(("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(ISO_8859_1));
          }
        };
    try (Receiver receiver = Receiver.with(endless)) {
      // Where it is waited for each takes the time-out at least, however fast the machine.
      await()
          .atMost(SOON)
          .until(
              () -> {
                long began = System.nanoTime();
                Subscriber.with(receiver.url(), TYPE, "handshake", true);
                return Duration.ofNanos(System.nanoTime() - began).compareTo(TIMEOUT) < 0;
              });
    }
  }

  @Test
  void a_change_of_the_url_asks_again_and_another_change_does_not() throws Exception {
    try (Receiver receiver = agreeing(ORIGIN, RATE);
        Receiver refusing = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "handshake", true);
      patch(subscriber, Map.of("eventTypes", List.of("incident.closed"))).statusCode(200);
      assertEquals(1, receiver.calls().size());
      patch(subscriber, Map.of("url", refusing.url()))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/url"))
          .body("errors[0].code", equalTo("HANDSHAKE_REFUSED"));
      subscriber
          .request()
          .get(path(subscriber.id()))
          .then()
          .header("ETag", "\"2\"")
          .body("url", equalTo(receiver.url()));
      patch(subscriber, Map.of("url", receiver.url() + "&again=1")).statusCode(200);
      assertEquals(2, receiver.calls().size());
      patch(subscriber, Map.of("handshake", false, "url", refusing.url()))
          .statusCode(200)
          .body("handshake", equalTo(false));
      patch(subscriber, Map.of("handshake", true)).statusCode(400);
      patch(subscriber, Map.of("handshake", true, "url", receiver.url()))
          .statusCode(200)
          .body("handshake", equalTo(true));
      assertEquals(3, receiver.calls().size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"*|409", "\"1\"|412"})
  void who_moves_it_while_the_receiver_is_asked_does_not_wait_and_is_not_overwritten(
      String ifMatch, int status) throws Exception {
    try (Receiver elsewhere = Receiver.ok();
        Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      AtomicInteger moved = new AtomicInteger();
      receiver.thenAlways(
          (call, out) -> {
            moved.set(patch(subscriber, Map.of("url", elsewhere.url())).extract().statusCode());
            return Receiver.status(200, ORIGIN, RATE).answer(call, out);
          });
      subscriber
          .request()
          .header("If-Match", ifMatch)
          .contentType(ContentType.JSON)
          .body(Map.of("handshake", true))
          .patch(path(subscriber.id()))
          .then()
          .statusCode(status);
      assertEquals(200, moved.get());
      subscriber
          .request()
          .get(path(subscriber.id()))
          .then()
          .body("url", equalTo(elsewhere.url()))
          .body("handshake", equalTo(false));
    }
  }

  @Test
  void an_address_that_is_not_admitted_is_not_asked() {
    Subscriber.create(
            Subscriber.newParty(),
            Subscriber.content("https://169.254.169.254/", List.of(TYPE), "handshake", true))
        .statusCode(400)
        .body("errors[0].code", equalTo("ADDRESS_FORBIDDEN"));
  }

  @Test
  void receivers_that_hang_take_few_callers_and_the_others_are_told_to_come_again()
      throws Exception {
    try (Receiver receiver = Receiver.ok();
        Receiver healthy = agreeing(ORIGIN, RATE)) {
      receiver.thenAlways(receiver.hanging());
      // On a busy machine they may come one after the other, and none is too many.
      await()
          .atMost(SOON)
          .until(
              () -> {
                List<CompletableFuture<Integer>> callers =
                    hanging(12, Subscriber::newParty, receiver);
                List<Integer> statuses = callers.stream().map(CompletableFuture::join).toList();
                assertTrue(statuses.contains(400), statuses.toString());
                assertTrue(
                    statuses.stream().allMatch(s -> s == 400 || s == 503), statuses.toString());
                return statuses.contains(503);
              });
      Subscriber.with(healthy.url(), TYPE, "handshake", true);
    }
  }

  @Test
  void receivers_of_one_party_that_hang_keep_no_other_partys_out() throws Exception {
    try (Receiver receiver = Receiver.ok();
        Receiver healthy = agreeing(ORIGIN, RATE)) {
      receiver.thenAlways(receiver.hanging());
      String party = Subscriber.newParty();
      // On a busy machine the last may come when the first have been answered.
      await()
          .atMost(SOON)
          .until(
              () -> {
                List<CompletableFuture<Integer>> callers = hanging(5, () -> party, receiver);
                await()
                    .atMost(SOON)
                    .until(() -> callers.stream().filter(CompletableFuture::isDone).count() >= 3);
                Subscriber.with(healthy.url(), TYPE, "handshake", true);
                return callers.stream().map(CompletableFuture::join).sorted().toList();
              },
              equalTo(List.of(400, 400, 503, 503, 503)));
    }
  }

  /** Callers who subscribe a receiver at the same time: what each of them is answered. */
  private static List<CompletableFuture<Integer>> hanging(
      int callers, Supplier<String> party, Receiver receiver) {
    return IntStream.range(0, callers)
        .mapToObj(
            i ->
                CompletableFuture.supplyAsync(
                    () ->
                        Subscriber.create(
                                party.get(),
                                Subscriber.content(
                                    receiver.url(), List.of(TYPE), "handshake", true))
                            .extract()
                            .statusCode(),
                    command -> new Thread(command).start()))
        .toList();
  }

  private static void refused(String url) throws Exception {
    refused(url, "HANDSHAKE_REFUSED");
  }

  private static void refused(String url, String code) throws Exception {
    String party = Subscriber.newParty();
    Subscriber.create(party, Subscriber.content(url, List.of(TYPE), "handshake", true))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/url"))
        .body("errors[0].code", equalTo(code))
        .body("$", not(hasKey("id")));
    assertEquals(0, Database.count("SELECT count(*) FROM subscription WHERE party = ?", party));
  }

  /** Says yes to OPTIONS by these headers, and 200 to all else. */
  private static Receiver agreeing(String origin, String rate) {
    return Receiver.with(
        (call, out) ->
            (call.line().startsWith("OPTIONS")
                    ? Receiver.status(200, origin, rate, "Allow: POST")
                    : Receiver.status(200))
                .answer(call, out));
  }

  private static ValidatableResponse patch(Subscriber subscriber, Map<String, Object> change) {
    return subscriber
        .request()
        .header("If-Match", "*")
        .contentType(ContentType.JSON)
        .body(change)
        .patch(path(subscriber.id()))
        .then();
  }

  private static String path(String id) {
    return "/api/v1/subscriptions/" + id;
  }
}
