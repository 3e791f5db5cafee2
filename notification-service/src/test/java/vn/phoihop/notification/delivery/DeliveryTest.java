package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Receiver.Call;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.TestEnterprise;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** From the event on Kafka to the receiver's socket, through the real database. */
@QuarkusTest
class DeliveryTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void an_event_reaches_those_it_is_for_signed_and_thin() throws Exception {
    try (Receiver receiver = Receiver.ok();
        Receiver others = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      Subscriber.to(others.url(), TYPE);
      Subscriber.of(subscriber.party(), others.url(), "incident.closed");
      UUID event = IncidentEvents.publish(TYPE, "DEPARTMENT", subscriber.party());
      Call call = only(receiver, event);
      subscriber.verify(call);
      assertEquals("application/json", call.headers().get("content-type"));
      JsonNode body = new ObjectMapper().readTree(call.body());
      assertEquals(TYPE, body.get("type").asText());
      assertEquals(
          Set.of(
              "id",
              "enterpriseId",
              "receiptNumber",
              "violationTypes",
              "state",
              "stage",
              "version",
              "sequence",
              "tlp",
              "links"),
          names(body.get("data")));
      assertEquals(
          "http://localhost:8082/api/v1/incidents/" + body.get("data").get("id").asText(),
          body.get("data").get("links").get("self").asText());
      subscriber
          .delivery(event, "DELIVERED")
          .body("attemptCount", equalTo(1))
          .body("eventType", equalTo(TYPE))
          .body("nextAttemptAt", nullValue())
          .body("attempts", hasSize(1))
          .body("attempts[0].n", equalTo(1))
          .body("attempts[0].status", equalTo(200))
          .body("attempts[0]", not(hasKey("errorCode")))
          .body("attempts[0]", not(hasKey("responseHead")));
      Events.Seen told =
          Events.await(
              "phoihop.notification",
              e -> e.type().equals("delivery.delivered") && e.data().contains(event.toString()));
      EventContract.assertValid("delivery.delivered", told.data());
      JsonNode fact = new ObjectMapper().readTree(told.data());
      assertEquals(subscriber.party(), fact.get("audience").get(0).asText());
      assertEquals(1, fact.get("attempts").asInt());
      assertEquals(List.of(), others.calls(), "another party, and another type");
    }
  }

  @Test
  void an_event_that_kafka_brings_twice_is_delivered_once() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID incident = UUID.randomUUID();
      UUID event = UUID.randomUUID();
      String json = IncidentEvents.json(TYPE, incident, subscriber.party());
      Events.send("phoihop.incident", TYPE, incident.toString(), json, event);
      Events.send("phoihop.incident", TYPE, incident.toString(), json, event);
      UUID last = Events.publish("phoihop.incident", TYPE, incident.toString(), json);
      only(receiver, last);
      only(receiver, event);
    }
  }

  @Test
  void a_failure_is_retried_with_the_same_id_and_bytes() throws Exception {
    try (Receiver receiver = Receiver.ok().first(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      ValidatableResponse waiting =
          subscriber
              .delivery(event, "RETRY_WAIT")
              .body("attempts[0].status", equalTo(500))
              .body("attempts[0].errorCode", equalTo("E_HTTP"));
      waitBetween(waiting, 5, 7);
      hurry(event);
      subscriber.delivery(event, "DELIVERED").body("attempts.status", contains(500, 200));
      List<Call> calls = receiver.calls(event);
      assertEquals(2, calls.size());
      assertArrayEquals(calls.get(0).body(), calls.get(1).body());
      for (Call call : calls) {
        subscriber.verify(call);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 404, 422, 503})
  void whatever_is_not_2xx_is_a_failure(int status) throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(status))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "RETRY_WAIT").body("attempts[0].status", equalTo(status));
    }
  }

  @Test
  void retry_after_is_honoured() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(429, "retry-after: 90"))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      waitBetween(subscriber.delivery(event, "RETRY_WAIT"), 90, 99);
    }
  }

  @Test
  void a_receiver_that_has_gone_is_a_dead_letter_at_once_and_can_be_sent_again() throws Exception {
    try (Receiver receiver = Receiver.ok().first(Receiver.status(410))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      String id = subscriber.delivery(event, "DEAD_LETTER").extract().path("id");
      Events.Seen told =
          Events.await(
              "phoihop.notification",
              e ->
                  e.type().equals("delivery.dead_lettered") && e.data().contains(event.toString()));
      EventContract.assertValid("delivery.dead_lettered", told.data());
      subscriber
          .request()
          .queryParam("state", "DEAD_LETTER")
          .get("/api/v1/deliveries")
          .then()
          .body("items.id", contains(id));

      subscriber.request().post("/api/v1/deliveries/" + id + "/resend").then().statusCode(202);
      subscriber.request().post(subscription(subscriber) + "/resume").then().statusCode(200);
      subscriber
          .delivery(event, "DELIVERED")
          .body("id", equalTo(id))
          .body("attempts.status", contains(410, 200));
      assertEquals(2, receiver.calls(event).size());
    }
  }

  @Test
  void a_delivered_one_can_be_sent_again_by_its_owner_alone() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      String id = subscriber.delivery(event, "DELIVERED").extract().path("id");
      String path = "/api/v1/deliveries/" + id;
      Subscriber.to(receiver.url(), TYPE).request().post(path + "/resend").then().statusCode(404);
      Subscriber.as(Tokens.operator()).post(path + "/resend").then().statusCode(403);
      String key = UUID.randomUUID().toString();
      for (int i = 0; i < 2; i++) {
        subscriber
            .request()
            .header("Idempotency-Key", key)
            .post(path + "/resend")
            .then()
            .statusCode(202);
      }
      await().atMost(SOON).until(() -> receiver.calls(event).size() == 2);
      subscriber.delivery(event, "DELIVERED").body("attemptCount", equalTo(2));
    }
  }

  @Test
  void what_a_deleted_subscription_was_sent_is_not_sent_again() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      String id = subscriber.delivery(event, "DELIVERED").extract().path("id");
      subscriber
          .request()
          .header("If-Match", "*")
          .delete(subscription(subscriber))
          .then()
          .statusCode(204);
      subscriber.request().post("/api/v1/deliveries/" + id + "/resend").then().statusCode(404);
      // One that was asked for just before the deletion.
      UUID delivery = UUID.fromString(id);
      TestEnterprise.update(
          "INSERT INTO resend (delivery_id, party, asked_at) VALUES (?, ?, now())",
          delivery,
          subscriber.party());
      TestEnterprise.counted(0, "SELECT count(*) FROM resend WHERE delivery_id = ?", delivery);
      subscriber.delivery(event, "DELIVERED").body("attemptCount", equalTo(1));
      assertEquals(1, receiver.calls(event).size());
    }
  }

  @Test
  void what_waits_for_its_first_attempt_cannot_be_sent_again() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      subscriber.request().post(subscription(subscriber) + "/pause").then().statusCode(200);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      String id = subscriber.delivery(event, "QUEUED").extract().path("id");
      subscriber
          .request()
          .post("/api/v1/deliveries/" + id + "/resend")
          .then()
          .statusCode(409)
          .body("state", equalTo("QUEUED"));
    }
  }

  @Test
  void a_receiver_that_hangs_delays_nobody_else() throws Exception {
    try (Receiver hanging = Receiver.ok();
        Receiver healthy = Receiver.ok()) {
      hanging.thenAlways(hanging.hanging());
      Subscriber slow = Subscriber.to(hanging.url(), TYPE);
      Subscriber quick = Subscriber.to(healthy.url(), TYPE);
      List<UUID> stuck = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        stuck.add(IncidentEvents.publish(TYPE, slow.party()));
      }
      await().atMost(SOON).until(() -> hanging.calls().size() >= 4);
      UUID event = IncidentEvents.publish(TYPE, quick.party());
      only(healthy, event);
      assertTrue(
          stuck.stream().anyMatch(s -> hanging.calls(s).isEmpty()),
          "the healthy one came while the other's were still waiting");
      // Not stuck.get(0): what Kafka brings in one batch is not in the order of the publishing.
      UUID first = UUID.fromString(hanging.calls().get(0).id());
      ValidatableResponse timedOut = slow.delivery(first, "RETRY_WAIT");
      timedOut.body("attempts[0].errorCode", equalTo("E_TIMEOUT"));
      waitBetween(timedOut, 60, 66);
    }
  }

  @Test
  void a_receiver_that_was_down_gets_everything_when_it_is_back() throws Exception {
    Receiver before = Receiver.ok();
    int port = before.port();
    before.close();
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:" + port + "/hook", TYPE);
    List<UUID> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      events.add(IncidentEvents.publish(TYPE, subscriber.party()));
    }
    for (UUID event : events) {
      subscriber
          .delivery(event, "RETRY_WAIT")
          .body("attempts[0].errorCode", equalTo("E_CONNECTION"));
    }
    try (Receiver back = Receiver.at(port, Receiver.status(204))) {
      for (UUID event : events) {
        hurry(event);
        subscriber.delivery(event, "DELIVERED");
        subscriber.verify(only(back, event));
      }
    }
  }

  @Test
  void connections_that_the_receiver_closes_lose_nothing() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.closingOnReuse())) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      for (int i = 0; i < 10; i++) {
        UUID event = IncidentEvents.publish(TYPE, subscriber.party());
        subscriber.delivery(event, "DELIVERED").body("attemptCount", equalTo(1));
      }
      assertTrue(
          receiver.calls().stream().anyMatch(call -> !call.first()),
          "no connection was taken again, so that nothing was tried");
    }
  }

  @Test
  void a_burst_arrives_whole_and_once_though_only_four_are_under_way() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      receiver.thenAlways(receiver.slowly(20, 4));
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      subscriber.request().post(subscription(subscriber) + "/pause").then().statusCode(200);
      Set<String> events = new HashSet<>();
      for (int i = 0; i < 120; i++) {
        events.add(IncidentEvents.publish(TYPE, subscriber.party()).toString());
      }
      await().atMost(SOON).until(() -> deliveries(subscriber, "QUEUED") == events.size());
      assertEquals(List.of(), receiver.calls(), "paused");
      subscriber.request().post(subscription(subscriber) + "/resume").then().statusCode(200);
      await().atMost(SOON).until(() -> deliveries(subscriber, "DELIVERED") == events.size());
      assertEquals(events.size(), receiver.calls().size());
      assertEquals(events, new HashSet<>(receiver.calls().stream().map(Call::id).toList()));
      assertEquals(4, receiver.mostAtOnce());
    }
  }

  @Test
  void a_deleted_subscription_gets_nothing_more() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      subscriber.request().post(subscription(subscriber) + "/pause").then().statusCode(200);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "QUEUED");
      subscriber
          .request()
          .header("If-Match", "*")
          .delete(subscription(subscriber))
          .then()
          .statusCode(204);
      subscriber.delivery(event, "SUPPRESSED");
      UUID later = IncidentEvents.publish(TYPE, subscriber.party());
      Subscriber other = Subscriber.of(subscriber.party(), receiver.url(), "incident.closed");
      UUID after = IncidentEvents.publish("incident.closed", subscriber.party());
      other.verify(only(receiver, after));
      assertEquals(List.of(), receiver.calls(event));
      assertEquals(List.of(), receiver.calls(later));
    }
  }

  @Test
  void while_a_secret_is_rotated_both_verify_and_afterwards_the_new_one() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      String next = rotate(subscriber, 600);
      Call both = only(receiver, IncidentEvents.publish(TYPE, subscriber.party()));
      Subscriber.verify(both, next);
      Subscriber.verify(both, subscriber.secret());
      String last = rotate(subscriber, 0);
      Call call = only(receiver, IncidentEvents.publish(TYPE, subscriber.party()));
      Subscriber.verify(call, last);
      Subscriber.verify(call, subscriber.secret());
      assertEquals(
          2,
          call.headers().get("webhook-signature").split(" ").length,
          "the one retired without grace signs no more; the first one's ten minutes last");
    }
  }

  @Test
  void the_address_is_checked_again_at_each_delivery() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      Database.asSuperuser(
          connection ->
              connection
                  .createStatement()
                  .executeUpdate(
                      "UPDATE subscription SET url = 'https://169.254.169.254/' WHERE id = '"
                          + subscriber.id()
                          + "'"));
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber
          .delivery(event, "DEAD_LETTER")
          .body("attempts.errorCode", contains("E_FORBIDDEN_ADDRESS"));
      assertEquals(List.of(), receiver.calls());
    }
  }

  @Test
  void the_tenth_failure_is_the_last() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "RETRY_WAIT");
      update("UPDATE delivery SET attempts = 9, tries = 9 WHERE notification_id = ?", event);
      hurry(event);
      subscriber.delivery(event, "DEAD_LETTER").body("attemptCount", equalTo(10));
    }
  }

  @Test
  void what_an_instance_left_behind_is_sent_with_the_same_id() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "DELIVERED");
      // As kill -9 leaves it between the receiver's 200 and the mark: SENDING, and in time the
      // lease ends.
      update(
          "DELETE FROM attempt WHERE delivery_id IN (SELECT id FROM delivery WHERE notification_id = ?)",
          event);
      update(
          "UPDATE delivery SET state = 'SENDING', lease_token = gen_random_uuid(),"
              + " next_at = now() WHERE notification_id = ?",
          event);
      subscriber
          .delivery(event, "DELIVERED")
          .body("attemptCount", equalTo(2))
          .body("attempts.errorCode", contains("E_INTERRUPTED", null));
      List<Call> calls = receiver.calls(event);
      assertEquals(2, calls.size());
      assertArrayEquals(calls.get(0).body(), calls.get(1).body());
    }
  }

  @Test
  void poison_is_set_aside_and_the_next_event_comes_through() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      String key = UUID.randomUUID().toString();
      UUID poison = Events.publish("phoihop.incident", TYPE, key, "{\"audience\": [\"POLICE\"]}");
      UUID event =
          Events.publish(
              "phoihop.incident",
              TYPE,
              key,
              IncidentEvents.json(TYPE, UUID.fromString(key), subscriber.party()));
      only(receiver, event);
      assertEquals(
          1,
          Database.count(
              "SELECT count(*) FROM dead_letter WHERE headers ->> 'ce_id' = ?", poison.toString()));
    }
  }

  @Test
  void an_owner_lists_its_own_and_the_operator_all() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      Subscriber other = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      String id = subscriber.delivery(event, "DELIVERED").extract().path("id");
      other.request().get("/api/v1/deliveries/" + id).then().statusCode(404);
      other.request().get("/api/v1/deliveries").then().statusCode(200).body("items", hasSize(0));
      Subscriber.as(Tokens.operator())
          .get("/api/v1/deliveries")
          .then()
          .statusCode(200)
          .body("items.id", hasItem(id));
      Subscriber.as(Tokens.operator()).get("/api/v1/deliveries/" + id).then().statusCode(200);
      Subscriber.as(Tokens.auditor()).get("/api/v1/deliveries/" + id).then().statusCode(403);
      UUID second = IncidentEvents.publish(TYPE, subscriber.party());
      String newer = subscriber.delivery(second, "DELIVERED").extract().path("id");
      subscriber
          .request()
          .queryParam("eventId", event)
          .get("/api/v1/deliveries")
          .then()
          .body("items.id", contains(id));
      ValidatableResponse page =
          subscriber.request().queryParam("limit", 1).get("/api/v1/deliveries").then();
      page.body("items.id", contains(newer));
      String next = page.extract().path("next");
      subscriber
          .request()
          .queryParam("limit", 1)
          .queryParam("cursor", next)
          .get("/api/v1/deliveries")
          .then()
          .body("items.id", contains(id))
          .body("$", not(hasKey("next")));
      subscriber
          .request()
          .queryParam("cursor", next)
          .queryParam("state", "DELIVERED")
          .get("/api/v1/deliveries")
          .then()
          .statusCode(400);
      subscriber
          .request()
          .queryParam("state", "LOST")
          .get("/api/v1/deliveries")
          .then()
          .statusCode(400);
    }
  }

  @Test
  void an_owner_cannot_write_deliveries_even_with_sql() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "DELIVERED");
      int changed =
          Database.as(
              subscriber.party(),
              connection ->
                  connection
                      .createStatement()
                      .executeUpdate("UPDATE delivery SET state = 'DEAD_LETTER'"));
      assertEquals(0, changed);
      long bodies =
          Database.as(
              subscriber.party(),
              connection -> {
                try (var rows =
                    connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM notification")) {
                  rows.next();
                  return rows.getLong(1);
                }
              });
      assertEquals(0, bodies);
    }
  }

  private static String subscription(Subscriber subscriber) {
    return "/api/v1/subscriptions/" + subscriber.id();
  }

  private static String rotate(Subscriber subscriber, int grace) {
    return subscriber
        .request()
        .contentType(ContentType.JSON)
        .body("{\"gracePeriodSeconds\": " + grace + "}")
        .post(subscription(subscriber) + "/secret/rotate")
        .then()
        .statusCode(200)
        .extract()
        .path("secret");
  }

  /** The call of an event, once it has come; there is one alone. */
  private static Call only(Receiver receiver, UUID event) {
    await("the webhook of " + event).atMost(SOON).until(() -> !receiver.calls(event).isEmpty());
    assertEquals(1, receiver.calls(event).size());
    return receiver.calls(event).get(0);
  }

  /** The wait begins with the mark, which is written between the attempt and our seeing it. */
  private static void waitBetween(ValidatableResponse delivery, int least, int most) {
    Instant seen = Instant.now();
    Instant next = Instant.parse(delivery.extract().path("nextAttemptAt"));
    Instant last = Instant.parse(delivery.extract().path("attempts[-1].at"));
    assertFalse(next.isBefore(last.plusSeconds(least)), "too early: " + next + " after " + last);
    assertFalse(next.isAfter(seen.plusSeconds(most)), "too late: " + next + " seen at " + seen);
  }

  private static long deliveries(Subscriber subscriber, String state) throws SQLException {
    return Database.count(
        "SELECT count(*) FROM delivery WHERE subscription_id = ? AND state = ?",
        UUID.fromString(subscriber.id()),
        state);
  }

  /** Lets the wait of a retry be over; one that is under way by itself keeps its lease. */
  private static void hurry(UUID event) throws SQLException {
    TestEnterprise.update(
        "UPDATE delivery SET next_at = now() WHERE notification_id = ? AND state = 'RETRY_WAIT'",
        event);
  }

  private static void update(String sql, UUID event) throws SQLException {
    int rows =
        Database.asSuperuser(
            connection -> {
              try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, event);
                return statement.executeUpdate();
              }
            });
    assertNotEquals(0, rows);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
