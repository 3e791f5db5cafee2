package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Receiver.Call;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** How a subscription asks to be called, seen from the receiver. */
@QuarkusTest
class TermsTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void a_webhook_is_signed_by_the_secret_alone_unless_more_is_asked_for() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      subscriber.request().get(path(subscriber)).then().body("signatures", contains("v1"));
      assertEquals(List.of("v1"), schemes(called(receiver, subscriber)));
    }
  }

  @Test
  void both_signatures_verify_each_by_its_own_key() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber =
          Subscriber.with(receiver.url(), TYPE, "signatures", List.of("v1", "v1a"));
      Call call = called(receiver, subscriber);
      assertEquals(List.of("v1", "v1a"), schemes(call));
      subscriber.verify(call);
      assertTrue(verifies(call, call.text()));
      assertFalse(verifies(call, call.text() + " "));
    }
  }

  @Test
  void the_public_key_is_enough_where_no_secret_is_to_be_shared() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "signatures", List.of("v1a"));
      Call call = called(receiver, subscriber);
      assertEquals(List.of("v1a"), schemes(call));
      assertTrue(verifies(call, call.text()));
    }
  }

  @Test
  void every_party_reads_the_public_keys_and_nobody_else() {
    for (String token :
        List.of(
            Tokens.department(),
            Tokens.agency("POLICE"),
            Tokens.enterprise(UUID.randomUUID()),
            Tokens.operator(),
            Tokens.auditor())) {
      Subscriber.as(token)
          .get("/api/v1/webhook-keys")
          .then()
          .statusCode(200)
          .body("items[0].key", startsWith("whpk_"))
          .body("items[0].from", equalTo("2026-01-01T00:00:00Z"))
          .body("items[0]", not(hasKey("to")));
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "9"})
  void no_more_are_under_way_than_the_subscription_says(int most) throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      receiver.thenAlways(receiver.slowly(50, most));
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "maxInFlight", most);
      backlog(subscriber, 30);
      await().atMost(SOON).until(() -> delivered(subscriber) == 30);
      assertEquals(30, receiver.calls().size());
      assertEquals(most, receiver.mostAtOnce());
    }
  }

  @Test
  void the_rate_is_kept_though_a_receiver_is_quick() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "ratePerSecond", 5);
      long began = System.nanoTime();
      backlog(subscriber, 20);
      await().atMost(SOON).until(() -> delivered(subscriber) == 20);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      // Five at once, and the other fifteen in three seconds.
      assertTrue(took.compareTo(Duration.ofSeconds(3)) >= 0, "too fast: " + took);
      assertEquals(20, receiver.calls().size());
    }
  }

  @Test
  void the_rate_holds_too_when_events_come_one_by_one() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "ratePerSecond", 2);
      long began = System.nanoTime();
      for (int i = 1; i <= 6; i++) {
        UUID event = IncidentEvents.publish(TYPE, subscriber.party());
        await().atMost(SOON).until(() -> receiver.calls(event).size() == 1);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertTrue(took.compareTo(Duration.ofSeconds(2)) >= 0, "too fast: " + took);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"signatures\": []}|/signatures|SIZE",
        "{\"signatures\": [\"v2\"]}|/signatures/0|FORMAT",
        "{\"signatures\": [\"v1\", \"v1\"]}|/signatures|DUPLICATE_ITEM",
        "{\"signatures\": [null]}|/signatures/0|REQUIRED",
        "{\"ratePerSecond\": 0}|/ratePerSecond|RANGE",
        "{\"ratePerSecond\": 1001}|/ratePerSecond|RANGE",
        "{\"ratePerSecond\": 1.5}|/ratePerSecond|FORMAT",
        "{\"maxInFlight\": 0}|/maxInFlight|RANGE",
        "{\"maxInFlight\": 33}|/maxInFlight|RANGE",
        "{\"maxInFlight\": \"many\"}|/maxInFlight|FORMAT"
      })
  void what_is_asked_out_of_bounds_is_refused_by_field(String change, String pointer, String code) {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    subscriber
        .request()
        .header("If-Match", "*")
        .contentType(ContentType.JSON)
        .body(change)
        .patch(path(subscriber))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
    subscriber
        .request()
        .get(path(subscriber))
        .then()
        .header("ETag", "\"1\"")
        .body("signatures", contains("v1"))
        .body("$", not(hasKey("ratePerSecond")))
        .body("$", not(hasKey("maxInFlight")));
  }

  /** Lets events wait for a paused subscription, and lets it go. */
  private static void backlog(Subscriber subscriber, int events) throws Exception {
    subscriber.request().post(path(subscriber) + "/pause").then().statusCode(200);
    for (int i = 0; i < events; i++) {
      IncidentEvents.publish(TYPE, subscriber.party());
    }
    await().atMost(SOON).until(() -> count(subscriber, "QUEUED") == events);
    subscriber.request().post(path(subscriber) + "/resume").then().statusCode(200);
  }

  private static long delivered(Subscriber subscriber) throws Exception {
    return count(subscriber, "DELIVERED");
  }

  private static long count(Subscriber subscriber, String state) throws Exception {
    return Database.count(
        "SELECT count(*) FROM delivery WHERE subscription_id = ? AND state = ?",
        UUID.fromString(subscriber.id()),
        state);
  }

  private static Call called(Receiver receiver, Subscriber subscriber) {
    UUID event = IncidentEvents.publish(TYPE, subscriber.party());
    subscriber.delivery(event, "DELIVERED");
    return receiver.calls(event).get(0);
  }

  private static List<String> schemes(Call call) {
    return List.of(call.headers().get("webhook-signature").split(" ")).stream()
        .map(signature -> signature.split(",")[0])
        .toList();
  }

  /** What a receiver does that has pinned the published key. */
  private static boolean verifies(Call call, String body) throws Exception {
    String key =
        Subscriber.as(Tokens.agency("CUSTOMS"))
            .get("/api/v1/webhook-keys")
            .then()
            .extract()
            .<String>path("items[0].key")
            .substring("whpk_".length());
    String spki =
        "302a300506032b6570032100" + HexFormat.of().formatHex(Base64.getDecoder().decode(key));
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(spki))));
    verifier.update(
        (call.id() + "." + call.headers().get("webhook-timestamp") + "." + body).getBytes("UTF-8"));
    String signature =
        List.of(call.headers().get("webhook-signature").split(" ")).stream()
            .filter(each -> each.startsWith("v1a,"))
            .findFirst()
            .orElseThrow()
            .substring("v1a,".length());
    return verifier.verify(Base64.getDecoder().decode(signature));
  }

  private static String path(Subscriber subscriber) {
    return "/api/v1/subscriptions/" + subscriber.id();
  }
}
