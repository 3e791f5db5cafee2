package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Receiver.Call;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** A receiver is tried by its owner. */
@QuarkusTest
class PingTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void a_ping_is_a_delivery_like_every_other_one() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      ValidatableResponse asked =
          ping(subscriber)
              .statusCode(202)
              .body("eventType", equalTo("ping"))
              .body("subscriptionId", equalTo(subscriber.id()));
      String location = asked.extract().header("Location");
      assertTrue(location.endsWith("/api/v1/deliveries/" + asked.extract().<String>path("id")));
      subscriber.request().get(location).then().statusCode(200);
      UUID event = UUID.fromString(asked.extract().path("eventId"));
      subscriber
          .delivery(event, "DELIVERED")
          .body("attempts.status", contains(200))
          .body("attemptCount", equalTo(1));
      Call call = receiver.calls(event).get(0);
      subscriber.verify(call);
      assertEquals(
          new ObjectMapper()
              .readTree(
                  "{\"id\": \"%s\", \"state\": \"ACTIVE\", \"version\": 1, \"sequence\": 1}"
                      .formatted(subscriber.id())),
          new ObjectMapper().readTree(call.body()).get("data"));
      assertEquals("ping", new ObjectMapper().readTree(call.body()).get("type").asText());
      assertEquals(
          List.of("subscription.created", "subscription.ping"),
          Database.column(
              "SELECT action FROM audit WHERE object_id = ? ORDER BY id",
              UUID.fromString(subscriber.id())));
    }
  }

  @Test
  void it_leaves_while_events_wait_and_lets_none_of_them_go() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      subscriber.request().post(path(subscriber) + "/pause").then().statusCode(200);
      UUID waiting = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(waiting, "QUEUED");
      UUID event = UUID.fromString(ping(subscriber).statusCode(202).extract().path("eventId"));
      subscriber.delivery(event, "DELIVERED");
      assertEquals(
          "PAUSED",
          new ObjectMapper()
              .readTree(receiver.calls(event).get(0).body())
              .get("data")
              .get("state")
              .asText());
      subscriber.delivery(waiting, "QUEUED");
      assertEquals(1, receiver.calls().size());
    }
  }

  @Test
  void a_receiver_that_fails_is_told_of_once_with_the_reason() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(503))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = UUID.fromString(ping(subscriber).statusCode(202).extract().path("eventId"));
      subscriber
          .delivery(event, "DEAD_LETTER")
          .body("attempts", hasSize(1))
          .body("attempts[0].status", equalTo(503))
          .body("attempts[0].errorCode", equalTo("E_HTTP"));
    }
  }

  @Test
  void the_address_is_checked_as_for_every_delivery() throws Exception {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .executeUpdate(
                    "UPDATE subscription SET url = 'https://169.254.169.254/' WHERE id = '"
                        + subscriber.id()
                        + "'"));
    UUID event = UUID.fromString(ping(subscriber).statusCode(202).extract().path("eventId"));
    subscriber
        .delivery(event, "DEAD_LETTER")
        .body("attempts.errorCode", contains("E_FORBIDDEN_ADDRESS"));
  }

  @Test
  void a_repeated_request_pings_once() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      String key = UUID.randomUUID().toString();
      List<String> ids =
          List.of(1, 2).stream()
              .map(
                  n ->
                      subscriber
                          .request()
                          .header("Idempotency-Key", key)
                          .post(path(subscriber) + "/ping")
                          .then()
                          .statusCode(202)
                          .extract()
                          .<String>path("id"))
              .toList();
      assertEquals(ids.get(0), ids.get(1));
      await().atMost(SOON).until(() -> receiver.calls().size() == 1);
      assertEquals(
          1,
          Database.count(
              "SELECT count(*) FROM delivery WHERE subscription_id = ?",
              UUID.fromString(subscriber.id())));
    }
  }

  @Test
  void only_the_owner_pings_and_only_what_is_there() {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    Subscriber other = Subscriber.to("http://127.0.0.1:9/", TYPE);
    other.request().post(path(subscriber) + "/ping").then().statusCode(404);
    Subscriber.as(Tokens.operator()).post(path(subscriber) + "/ping").then().statusCode(403);
    subscriber.request().header("If-Match", "*").delete(path(subscriber)).then().statusCode(204);
    ping(subscriber).statusCode(404);
  }

  @Test
  void with_sql_too_an_owner_writes_nothing_but_pings_to_its_own() throws Exception {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    Subscriber other = Subscriber.to("http://127.0.0.1:9/", TYPE);
    assertThrows(SQLException.class, () -> insert(subscriber, subscriber, "incident.received"));
    assertThrows(SQLException.class, () -> insert(subscriber, other, "ping"));
    assertEquals(1, insert(subscriber, subscriber, "ping"));
  }

  /** As a party, with a body of its own. */
  private static int insert(Subscriber as, Subscriber to, String type) throws SQLException {
    return Database.as(
        as.party(),
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  WITH n AS (
                    INSERT INTO notification (id, type, object_id, occurred_at, body)
                    VALUES (?, ?, ?, now(), '{}'))
                  INSERT INTO delivery (party, subscription_id, notification_id, event_type, state,
                    attempts, tries, next_at)
                  VALUES (?, ?, ?, ?, 'DEAD_LETTER', 1, 1, now())""")) {
            UUID event = UUID.randomUUID();
            UUID subscription = UUID.fromString(to.id());
            statement.setObject(1, event);
            statement.setString(2, type);
            statement.setObject(3, subscription);
            statement.setString(4, as.party());
            statement.setObject(5, subscription);
            statement.setObject(6, event);
            statement.setString(7, type);
            return statement.executeUpdate();
          }
        });
  }

  private static ValidatableResponse ping(Subscriber subscriber) {
    return subscriber.request().post(path(subscriber) + "/ping").then();
  }

  private static String path(Subscriber subscriber) {
    return "/api/v1/subscriptions/" + subscriber.id();
  }
}
