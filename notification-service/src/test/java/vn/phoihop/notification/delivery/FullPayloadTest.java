package vn.phoihop.notification.delivery;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
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
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** What a subscription that asks for it is told beside the object's whereabouts. */
@QuarkusTest
class FullPayloadTest {

  private static final String TYPE = "incident.received";

  @ParameterizedTest
  @CsvSource({
    "CLEAR, true, true",
    "GREEN, true, true",
    "AMBER, true, false",
    "AMBER_STRICT, false, false",
    "RED, false, false",
    "VIOLET, false, false"
  })
  void by_the_marking_and_by_who_hears_it(String tlp, boolean authority, boolean enterprise)
      throws Exception {
    try (Receiver receiver = Receiver.ok();
        Receiver company = Receiver.ok()) {
      Subscriber agency = Subscriber.with(receiver.url(), TYPE, "payload", "FULL");
      String party = UUID.randomUUID().toString();
      Subscriber.as(Tokens.enterprise(UUID.fromString(party)))
          .contentType(ContentType.JSON)
          .body(Subscriber.content(company.url(), List.of(TYPE), "payload", "FULL"))
          .post("/api/v1/subscriptions")
          .then()
          .statusCode(201)
          .body("payload", equalTo("FULL"));
      ObjectNode event = IncidentEvents.example(TYPE);
      event.put("tlp", tlp);
      event.putArray("audience").add(agency.party()).add(party);
      UUID id = publish("phoihop.incident", TYPE, event);
      agency.delivery(id, "DELIVERED");
      assertEquals(authority, data(receiver.calls(id).get(0)).has("severity"));
      org.awaitility.Awaitility.await().until(() -> !company.calls(id).isEmpty());
      assertEquals(enterprise, data(company.calls(id).get(0)).has("severity"));
      assertEquals(
          authority ? 1 : 0,
          Database.count(
              "SELECT count(*) FROM notification WHERE id = ? AND full_body IS NOT NULL", id));
    }
  }

  @Test
  void it_is_the_event_s_own_data_and_not_who_else_knows() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "payload", "FULL");
      ObjectNode event = IncidentEvents.example(TYPE);
      event.putArray("audience").add(subscriber.party());
      UUID id = publish("phoihop.incident", TYPE, event);
      subscriber.delivery(id, "DELIVERED");
      Call call = receiver.calls(id).get(0);
      subscriber.verify(call);
      ObjectNode data = (ObjectNode) data(call);
      String self = data.remove("links").get("self").asText();
      assertTrue(self.endsWith("/api/v1/incidents/" + event.get("id").asText()));
      event.remove("audience");
      assertEquals(event, data);
    }
  }

  @Test
  void whom_an_exchange_went_to_is_told_to_nobody() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber =
          Subscriber.with(receiver.url(), "exchange.published", "payload", "FULL");
      ObjectNode event = IncidentEvents.example("exchange.published");
      assertTrue(event.has("recipients") && event.has("sectors"));
      event.putArray("audience").add(subscriber.party());
      UUID id = publish("phoihop.incident", "exchange.published", event);
      subscriber.delivery(id, "DELIVERED");
      JsonNode data = data(receiver.calls(id).get(0));
      assertTrue(data.has("indicatorCount"));
      assertFalse(data.has("recipients") || data.has("sectors") || data.has("audience"));
    }
  }

  @Test
  void who_does_not_ask_is_told_thinly_beside_one_who_does() throws Exception {
    try (Receiver receiver = Receiver.ok();
        Receiver thin = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "payload", "FULL");
      Subscriber other = Subscriber.of(subscriber.party(), thin.url(), TYPE);
      UUID id = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(id, "DELIVERED");
      other.delivery(id, "DELIVERED");
      assertTrue(data(receiver.calls(id).get(0)).has("severity"));
      assertFalse(data(thin.calls(id).get(0)).has("severity"));
    }
  }

  @Test
  void a_later_attempt_sends_the_same_bytes() throws Exception {
    try (Receiver receiver = Receiver.ok().first(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "payload", "FULL");
      UUID id = IncidentEvents.publish(TYPE, subscriber.party());
      String delivery = subscriber.delivery(id, "RETRY_WAIT").extract().path("id");
      subscriber
          .request()
          .post("/api/v1/deliveries/" + delivery + "/resend")
          .then()
          .statusCode(202);
      subscriber.delivery(id, "DELIVERED");
      List<Call> calls = receiver.calls(id);
      assertEquals(2, calls.size());
      assertTrue(data(calls.get(0)).has("severity"));
      assertArrayEquals(calls.get(0).body(), calls.get(1).body());
    }
  }

  @Test
  void what_waits_while_paused_is_told_as_it_was_asked_for_then() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "payload", "FULL");
      String path = "/api/v1/subscriptions/" + subscriber.id();
      subscriber.request().post(path + "/pause").then().statusCode(200);
      UUID id = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(id, "QUEUED");
      subscriber.request().post(path + "/resume").then().statusCode(200);
      subscriber.delivery(id, "DELIVERED");
      assertTrue(data(receiver.calls(id).get(0)).has("severity"));
    }
  }

  @Test
  void another_payload_is_refused() {
    Subscriber.create(
            Subscriber.newParty(),
            Subscriber.content("http://127.0.0.1:9/", List.of(TYPE), "payload", "HALF"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/payload"))
        .body("errors[0].code", equalTo("FORMAT"));
  }

  private static UUID publish(String topic, String type, ObjectNode event) {
    UUID id = UUID.randomUUID();
    event.put("id", id.toString());
    return Events.publish(topic, type, id.toString(), event.toString());
  }

  private static JsonNode data(Call call) throws Exception {
    return new ObjectMapper().readTree(call.body()).get("data");
  }
}
