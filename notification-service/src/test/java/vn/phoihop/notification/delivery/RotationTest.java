package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Receiver.Call;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;

/** Secrets change while webhooks flow. */
@QuarkusTest
class RotationTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(30);

  /**
   * A receiver that adds the new secret when it has it, and drops the former one when it has asked
   * for its retirement, verifies each and every call on the way.
   */
  @Test
  void while_secrets_rotate_and_retire_under_load_no_verification_fails() throws Exception {
    Queue<String> known = new ConcurrentLinkedQueue<>();
    AtomicInteger refused = new AtomicInteger();
    Receiver.Behaviour verifying =
        (call, out) -> {
          boolean verified = known.stream().anyMatch(secret -> verifies(call, secret));
          refused.addAndGet(verified ? 0 : 1);
          return Receiver.status(verified ? 200 : 401).answer(call, out);
        };
    try (Receiver receiver = Receiver.with(verifying)) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      known.add(subscriber.secret());
      AtomicBoolean enough = new AtomicBoolean();
      AtomicInteger published = new AtomicInteger();
      ExecutorService load = Executors.newSingleThreadExecutor();
      Future<?> flow =
          load.submit(
              () -> {
                while (!enough.get()) {
                  IncidentEvents.publish(TYPE, subscriber.party());
                  published.incrementAndGet();
                }
              });
      for (int rotation = 0; rotation < 5; rotation++) {
        int before = receiver.calls().size();
        await().atMost(SOON).until(() -> receiver.calls().size() > before + 20);
        String next = rotate(subscriber);
        known.add(next);
        int changed = receiver.calls().size();
        // Calls that carry only the former signature were taken before the rotation, however many
        // they are: they pass before those that were taken after it.
        await()
            .atMost(SOON)
            .until(
                () ->
                    receiver.calls().stream()
                            .skip(changed)
                            .filter(call -> verifies(call, next))
                            .count()
                        > 20);
        retire(subscriber);
        known.removeIf(secret -> !secret.equals(next));
      }
      enough.set(true);
      flow.get();
      load.shutdown();
      await()
          .atMost(SOON)
          .until(
              () ->
                  Database.count(
                          "SELECT count(*) FROM delivery WHERE subscription_id = ? AND state = 'DELIVERED'",
                          UUID.fromString(subscriber.id()))
                      == published.get());
      assertEquals(0, refused.get());
      assertTrue(published.get() > 200, "too little load: " + published);
      assertEquals(published.get(), receiver.calls().size(), "nothing had to be sent again");
    }
  }

  @Test
  void a_retired_secret_signs_no_more_and_it_is_on_record() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      retire(subscriber).header("ETag", equalTo("\"1\""));
      String next = rotate(subscriber);
      retire(subscriber).header("ETag", equalTo("\"3\""));
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "DELIVERED");
      Call call = receiver.calls(event).get(0);
      assertEquals(1, call.headers().get("webhook-signature").split(" ").length);
      Subscriber.verify(call, next);
      assertThrows(
          WebhookVerificationException.class, () -> Subscriber.verify(call, subscriber.secret()));
      assertEquals(
          List.of(
              "subscription.created",
              "subscription.secret_rotated",
              "subscription.secrets_retired"),
          Database.column(
              "SELECT action FROM audit WHERE object_id = ? ORDER BY id",
              UUID.fromString(subscriber.id())));
    }
  }

  @Test
  void a_stale_view_retires_nothing() throws Exception {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    rotate(subscriber);
    subscriber
        .request()
        .header("If-Match", "\"1\"")
        .post("/api/v1/subscriptions/" + subscriber.id() + "/secret/retire-old")
        .then()
        .statusCode(412);
    assertEquals(
        2,
        Database.count(
            "SELECT count(*) FROM subscription_secret WHERE subscription_id = ?",
            UUID.fromString(subscriber.id())));
  }

  private static boolean verifies(Call call, String secret) {
    try {
      Subscriber.verify(call, secret);
      return true;
    } catch (WebhookVerificationException e) {
      return false;
    }
  }

  private static String rotate(Subscriber subscriber) {
    return subscriber
        .request()
        .contentType(ContentType.JSON)
        .body("{\"gracePeriodSeconds\": 600}")
        .post("/api/v1/subscriptions/" + subscriber.id() + "/secret/rotate")
        .then()
        .statusCode(200)
        .extract()
        .path("secret");
  }

  private static io.restassured.response.ValidatableResponse retire(Subscriber subscriber) {
    return subscriber
        .request()
        .post("/api/v1/subscriptions/" + subscriber.id() + "/secret/retire-old")
        .then()
        .statusCode(200);
  }
}
