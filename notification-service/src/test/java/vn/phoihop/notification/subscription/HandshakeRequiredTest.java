package vn.phoihop.notification.subscription;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;

/** An installation whose operator has every receiver asked. */
@QuarkusTest
@TestProfile(HandshakeRequiredTest.Required.class)
class HandshakeRequiredTest {

  public static class Required implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "phoihop.webhook.handshake", "true", "phoihop.webhook.origin", "hub.phoihop.test");
    }
  }

  @Test
  void a_receiver_is_asked_though_its_owner_does_not_want_it() {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber.create(Subscriber.newParty(), receiver.url(), List.of("incident.received"))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/url"))
          .body("errors[0].code", equalTo("HANDSHAKE_REFUSED"));
      assertEquals(
          "hub.phoihop.test", receiver.calls().get(0).headers().get("webhook-request-origin"));
      receiver.thenAlways(
          Receiver.status(
              200, "WebHook-Allowed-Origin: hub.phoihop.test", "WebHook-Allowed-Rate: *"));
      Subscriber subscriber = Subscriber.to(receiver.url(), "incident.received");
      subscriber
          .request()
          .header("If-Match", "*")
          .contentType(ContentType.JSON)
          .body(Map.of("handshake", false))
          .patch("/api/v1/subscriptions/" + subscriber.id())
          .then()
          .statusCode(200)
          .body("handshake", equalTo(true));
      assertEquals(2, receiver.calls().size(), "the same URL is asked once");
    }
  }
}
