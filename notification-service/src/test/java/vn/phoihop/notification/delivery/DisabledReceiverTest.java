package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.TestEnterprise;
import vn.phoihop.platform.test.Database;

/** When a subscription is disabled because of its receiver, when not, and how it comes back. */
@QuarkusTest
class DisabledReceiverTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(20);

  @ParameterizedTest
  @CsvSource({
    "410, x-nothing: said, DEAD_LETTER, GONE",
    "400, webhook-delivery: disable, DEAD_LETTER, DISABLED_BY_RECEIVER",
    "500, Webhook-Delivery: Disable, DEAD_LETTER, DISABLED_BY_RECEIVER",
    "200, webhook-delivery: disable, DELIVERED, DISABLED_BY_RECEIVER"
  })
  void a_receiver_that_is_gone_or_says_so_is_called_no_more_and_nothing_is_lost(
      int status, String header, String ended, String reason) throws Exception {
    try (Receiver receiver = Receiver.ok().first(Receiver.status(status, header))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID last = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(last, ended);
      Instant disabledAt =
          Instant.parse(
              disabled(subscriber)
                  .body("disabledReason", equalTo(reason))
                  .body("sequence", equalTo(2))
                  .extract()
                  .path("disabledAt"));
      assertTrue(disabledAt.isAfter(Instant.now().minusSeconds(60)), disabledAt.toString());
      assertEquals(
          List.of("SYSTEM subscription.disable 2"),
          Database.column(
              "SELECT party || ' ' || action || ' ' || object_sequence FROM audit"
                  + " WHERE object_id = ? AND action = 'subscription.disable'",
              UUID.fromString(subscriber.id())));

      UUID meanwhile = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(meanwhile, "QUEUED").body("attemptCount", equalTo(0));
      assertEquals(1, receiver.calls().size());

      String since = disabled(subscriber).extract().path("firstFailureAt");
      assertEquals(status == 200, since == null, "who takes what it is sent has not failed");
      subscriber
          .request()
          .post(path(subscriber) + "/resume")
          .then()
          .statusCode(200)
          .body("state", equalTo("ACTIVE"))
          .body("firstFailureAt", equalTo(since))
          .body("$", not(hasKey("disabledReason")))
          .body("$", not(hasKey("disabledAt")));
      subscriber.delivery(meanwhile, "DELIVERED");
      subscriber
          .request()
          .get(path(subscriber))
          .then()
          .body("state", equalTo("ACTIVE"))
          .body("$", not(hasKey("firstFailureAt")));
    }
  }

  @Test
  void one_message_that_is_refused_for_good_disables_nothing() throws Exception {
    try (Receiver receiver =
        Receiver.ok().first(Receiver.status(400, "webhook-delivery: abort-message"))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID refused = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(refused, "DEAD_LETTER");
      subscriber.request().get(path(subscriber)).then().body("state", equalTo("ACTIVE"));
      subscriber.delivery(IncidentEvents.publish(TYPE, subscriber.party()), "DELIVERED");
    }
  }

  @Test
  void a_ping_is_a_trial_and_disables_nothing() throws Exception {
    try (Receiver receiver = Receiver.ok().first(Receiver.status(410))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      String ping =
          subscriber.request().post(path(subscriber) + "/ping").then().extract().path("eventId");
      subscriber.delivery(UUID.fromString(ping), "DEAD_LETTER");
      subscriber
          .request()
          .get(path(subscriber))
          .then()
          .body("state", equalTo("ACTIVE"))
          .body("$", not(hasKey("firstFailureAt")));
    }
  }

  @Test
  void what_a_former_receiver_answers_does_not_disable_the_new_one() throws Exception {
    try (Receiver former = Receiver.ok();
        Receiver present = Receiver.ok()) {
      CountDownLatch moved = new CountDownLatch(1);
      former.first(
          (call, out) -> {
            moved.await();
            return Receiver.status(410).answer(call, out);
          });
      Subscriber subscriber = Subscriber.to(former.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      await().atMost(SOON).until(() -> former.calls().size() == 1);
      move(subscriber, present.url());
      moved.countDown();
      subscriber.delivery(event, "DEAD_LETTER").body("attempts.status", contains(410));
      subscriber.request().get(path(subscriber)).then().body("state", equalTo("ACTIVE"));
      UUID next = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(next, "DELIVERED");
      assertEquals(1, present.calls(next).size());
    }
  }

  @Test
  void whoever_is_disabled_can_be_moved_resumed_or_deleted_and_not_paused() throws Exception {
    try (Receiver gone = Receiver.with(Receiver.status(410));
        Receiver other = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(gone.url(), TYPE);
      IncidentEvents.publish(TYPE, subscriber.party());
      disabled(subscriber);
      UUID meanwhile = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(meanwhile, "QUEUED");
      subscriber
          .request()
          .post(path(subscriber) + "/pause")
          .then()
          .statusCode(409)
          .body("allowed", contains("delete", "resume"));
      move(subscriber, other.url());
      disabled(subscriber).body("disabledReason", equalTo("GONE"));
      Subscriber.to(other.url(), TYPE)
          .request()
          .post(path(subscriber) + "/resume")
          .then()
          .statusCode(404);
      subscriber
          .request()
          .header("If-Match", "\"1\"")
          .post(path(subscriber) + "/resume")
          .then()
          .statusCode(412);
      subscriber
          .request()
          .header("If-Match", "\"3\"")
          .post(path(subscriber) + "/resume")
          .then()
          .statusCode(200);
      subscriber.delivery(meanwhile, "DELIVERED");
      subscriber.request().post(path(subscriber) + "/resume").then().statusCode(409);
      gone.close();
      Subscriber doomed = Subscriber.to(other.thenAlways(Receiver.status(410)).url(), TYPE);
      IncidentEvents.publish(TYPE, doomed.party());
      disabled(doomed);
      doomed.request().header("If-Match", "*").delete(path(doomed)).then().statusCode(204);
    }
  }

  @Test
  void a_receiver_that_fails_for_five_days_is_disabled() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      fail(subscriber);
      assertEquals("first", marks(subscriber));
      age(subscriber, 13);
      fail(subscriber);
      assertEquals("clock", marks(subscriber), "two failures, 13 hours apart");
      age(subscriber, 119);
      fail(subscriber);
      String since =
          subscriber
              .request()
              .get(path(subscriber))
              .then()
              .body("state", equalTo("ACTIVE"))
              .extract()
              .path("firstFailureAt");
      assertBetween(Duration.ofHours(132), since);
      age(subscriber, 1);
      UUID last = fail(subscriber);
      String from =
          disabled(subscriber)
              .body("disabledReason", equalTo("FAILING"))
              .extract()
              .path("firstFailureAt");
      assertBetween(Duration.ofHours(133), from);
      receiver.thenAlways(Receiver.status(200));
      subscriber.request().post(path(subscriber) + "/resume").then().statusCode(200);
      hurry(subscriber);
      subscriber.delivery(last, "DELIVERED");
      assertEquals("none", marks(subscriber));
    }
  }

  @Test
  void sporadic_failures_disable_nothing() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      fail(subscriber);
      age(subscriber, 11);
      fail(subscriber);
      assertEquals("first", marks(subscriber), "11 hours apart");
      age(subscriber, 25);
      fail(subscriber);
      assertEquals("first", marks(subscriber), "more than a day apart");
      age(subscriber, 200);
      fail(subscriber);
      assertEquals("first", marks(subscriber));
      subscriber.request().get(path(subscriber)).then().body("state", equalTo("ACTIVE"));
    }
  }

  @Test
  void failures_that_hang_together_start_the_clock_though_each_is_near_the_last() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      fail(subscriber);
      age(subscriber, 7);
      fail(subscriber);
      age(subscriber, 6);
      fail(subscriber);
      assertEquals("clock", marks(subscriber));
    }
  }

  @Test
  void one_success_ends_the_failures() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      fail(subscriber);
      age(subscriber, 13);
      fail(subscriber);
      age(subscriber, 119);
      receiver.first(Receiver.status(200));
      subscriber.delivery(IncidentEvents.publish(TYPE, subscriber.party()), "DELIVERED");
      assertEquals("none", marks(subscriber));
      fail(subscriber);
      age(subscriber, 3);
      fail(subscriber);
      assertEquals("first", marks(subscriber));
      subscriber.request().get(path(subscriber)).then().body("state", equalTo("ACTIVE"));
    }
  }

  @Test
  void another_receiver_does_not_inherit_the_failures() throws Exception {
    try (Receiver former = Receiver.with(Receiver.status(500));
        Receiver present = Receiver.with(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.to(former.url(), TYPE);
      fail(subscriber);
      age(subscriber, 13);
      fail(subscriber);
      age(subscriber, 121);
      move(subscriber, present.url());
      subscriber.request().get(path(subscriber)).then().body("$", not(hasKey("firstFailureAt")));
      fail(subscriber);
      subscriber.request().get(path(subscriber)).then().body("state", equalTo("ACTIVE"));
    }
  }

  @Test
  void what_goes_well_never_writes_the_subscription() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      String before = version(subscriber);
      for (int i = 0; i < 20; i++) {
        IncidentEvents.publish(TYPE, subscriber.party());
      }
      await()
          .atMost(SOON)
          .until(
              () ->
                  Database.count(
                          "SELECT count(*) FROM delivery WHERE subscription_id = ? AND state = 'DELIVERED'",
                          UUID.fromString(subscriber.id()))
                      == 20);
      receiver.first(Receiver.status(500));
      subscriber.delivery(IncidentEvents.publish(TYPE, subscriber.party()), "RETRY_WAIT");
      subscriber.delivery(IncidentEvents.publish(TYPE, subscriber.party()), "DELIVERED");
      assertEquals("none", marks(subscriber));
      assertEquals(before, version(subscriber), "no row version but the first");
    }
  }

  /** Which row version it is: any UPDATE makes another one. */
  private static String version(Subscriber subscriber) throws SQLException {
    return Database.column(
            "SELECT xmin || ' ' || ctid FROM subscription WHERE id = ?",
            UUID.fromString(subscriber.id()))
        .get(0);
  }

  /** An event that fails once, of which the marks are written; its retry comes in no test's way. */
  private static UUID fail(Subscriber subscriber) throws SQLException {
    UUID event = IncidentEvents.publish(TYPE, subscriber.party());
    subscriber.delivery(event, "RETRY_WAIT");
    TestEnterprise.update(
        """
        UPDATE delivery SET next_at = now() + interval '1 day'
        WHERE notification_id = ? AND state = 'RETRY_WAIT'""",
        event);
    return event;
  }

  /** Lets the failures lie so many hours further back. */
  private static void age(Subscriber subscriber, int hours) throws SQLException {
    TestEnterprise.update(
        """
        UPDATE subscription_failure SET first_failure_at = first_failure_at - ? * interval '1 h',
          last_failure_at = last_failure_at - ? * interval '1 h',
          run_since = run_since - ? * interval '1 h',
          failing_since = failing_since - ? * interval '1 h'
        WHERE subscription_id = ?""",
        hours,
        hours,
        hours,
        hours,
        UUID.fromString(subscriber.id()));
  }

  private static void hurry(Subscriber subscriber) throws SQLException {
    TestEnterprise.update(
        "UPDATE delivery SET next_at = now() WHERE subscription_id = ? AND state = 'RETRY_WAIT'",
        UUID.fromString(subscriber.id()));
  }

  private static String marks(Subscriber subscriber) throws SQLException {
    List<String> rows =
        Database.column(
            """
            SELECT CASE WHEN failing_since IS NULL THEN 'first' ELSE 'clock' END
            FROM subscription_failure WHERE subscription_id = ?""",
            UUID.fromString(subscriber.id()));
    return rows.isEmpty() ? "none" : rows.get(0);
  }

  private static void assertBetween(Duration ago, String at) {
    Duration since = Duration.between(Instant.parse(at), Instant.now());
    assertTrue(since.compareTo(ago) >= 0, at);
    assertTrue(since.compareTo(ago.plusMinutes(5)) < 0, at);
  }

  private static void move(Subscriber subscriber, String url) {
    subscriber
        .request()
        .contentType("application/json")
        .header("If-Match", "*")
        .body("{\"url\": \"" + url + "\"}")
        .patch(path(subscriber))
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse disabled(Subscriber subscriber) {
    await(subscriber.id() + " is DISABLED")
        .atMost(SOON)
        .until(
            () ->
                subscriber
                    .request()
                    .get(path(subscriber))
                    .then()
                    .extract()
                    .path("state")
                    .equals("DISABLED"));
    return subscriber.request().get(path(subscriber)).then().statusCode(200);
  }

  private static String path(Subscriber subscriber) {
    return "/api/v1/subscriptions/" + subscriber.id();
  }
}
