package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Events;

/** What a subscription's filter lets through, from the event on Kafka to the receiver. */
@QuarkusTest
class FilterTest {

  private static final String TYPE = "incident.received";

  @Test
  void violation_types_let_an_event_pass_that_has_one_of_them() throws Exception {
    expect(
        Map.of("violationTypes", List.of("TEL_FEE_THEFT", "POST_CONTRABAND")),
        List.of(
            event -> event.putArray("violationTypes").add("TEL_BYPASS_SIMBOX"),
            event -> event.putArray("violationTypes").add("TEL_FEE"),
            event -> event.putArray("violationTypes").add("X").add("TEL_FEE_THEFT").add("Y")));
  }

  @Test
  void the_least_severity_lets_pass_what_is_as_grave_or_graver() throws Exception {
    expect(
        Map.of("minSeverity", "HIGH"),
        List.of(event -> event.put("severity", "LOW"), event -> event.put("severity", "MEDIUM")),
        List.of(
            event -> event.put("severity", "HIGH"), event -> event.put("severity", "CRITICAL")));
  }

  @Test
  void what_an_event_does_not_say_keeps_nothing_back() throws Exception {
    expect(
        Map.of(
            "violationTypes", List.of("TEL_FEE_THEFT"),
            "minSeverity", "CRITICAL",
            "adminUnits", List.of("HN-BA-DINH")),
        List.of(
            event -> event.put("severity", "CRITICAL").put("adminUnit", "HN-KIM-LIEN"),
            event -> event.put("adminUnit", "HN-BA-DINH")),
        List.of(
            event -> event.put("severity", "CRITICAL"),
            event -> event.put("severity", "CRITICAL").put("adminUnit", "HN-BA-DINH"),
            event -> event.remove("severity"),
            event -> event.put("severity", "UNHEARD_OF"),
            event -> event.remove(List.of("severity", "violationTypes"))));
  }

  @Test
  void an_event_of_another_family_has_nothing_to_filter_by() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber =
          Subscriber.with(
              receiver.url(), "measure.started", "filter", Map.of("minSeverity", "CRITICAL"));
      UUID event = IncidentEvents.publish("measure.started", subscriber.party());
      subscriber.delivery(event, "DELIVERED");
    }
  }

  @Test
  void a_filter_is_shown_changed_and_taken_away() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber =
          Subscriber.with(receiver.url(), TYPE, "filter", Map.of("minSeverity", "CRITICAL"));
      String path = "/api/v1/subscriptions/" + subscriber.id();
      subscriber
          .request()
          .get(path)
          .then()
          .body("filter.minSeverity", equalTo("CRITICAL"))
          .body("filter", not(hasKey("violationTypes")));
      patch(subscriber, Map.of("filter", Map.of("violationTypes", List.of("TEL_FEE_THEFT"))))
          .body("filter.violationTypes", contains("TEL_FEE_THEFT"))
          .body("filter", not(hasKey("minSeverity")));
      patch(subscriber, Map.of("eventTypes", List.of(TYPE, "incident.closed")))
          .body("filter.violationTypes", contains("TEL_FEE_THEFT"));
      patch(subscriber, Map.of("filter", Map.of())).body("$", not(hasKey("filter")));
      patch(subscriber, Map.of("filter", Map.of("minSeverity", "CRITICAL")));
      subscriber
          .request()
          .header("If-Match", "*")
          .contentType(ContentType.JSON)
          .body(Subscriber.content(receiver.url(), List.of(TYPE)))
          .put(path)
          .then()
          .statusCode(200)
          .body("$", not(hasKey("filter")));
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "DELIVERED");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"violationTypes\": []}|/filter/violationTypes|SIZE",
        "{\"violationTypes\": [\"tel_fee_theft\"]}|/filter/violationTypes/0|FORMAT",
        "{\"violationTypes\": [\"A\", \"A\"]}|/filter/violationTypes|DUPLICATE_ITEM",
        "{\"violationTypes\": [\"A B\"]}|/filter/violationTypes/0|FORMAT",
        "{\"violationTypes\": [null]}|/filter/violationTypes/0|REQUIRED",
        "{\"adminUnits\": [\"HN\", \"Hà Nội\"]}|/filter/adminUnits/1|FORMAT",
        "{\"minSeverity\": \"GRAVE\"}|/filter/minSeverity|FORMAT",
        "{\"stage\": \"EARLY\"}|/filter/stage|UNKNOWN_FIELD"
      })
  void what_is_no_filter_is_refused_by_field(String filter, String pointer, String code) {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    subscriber
        .request()
        .header("If-Match", "*")
        .contentType(ContentType.JSON)
        .body("{\"filter\": " + filter + "}")
        .patch("/api/v1/subscriptions/" + subscriber.id())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
    subscriber
        .request()
        .get("/api/v1/subscriptions/" + subscriber.id())
        .then()
        .header("ETag", "\"1\"")
        .body("$", not(hasKey("filter")));
  }

  private static void expect(Map<String, Object> filter, List<Consumer<ObjectNode>> events)
      throws Exception {
    expect(
        filter,
        events.subList(0, events.size() - 1),
        events.subList(events.size() - 1, events.size()));
  }

  /** Publishes about one incident, so that the order holds, and looks at what came. */
  private static void expect(
      Map<String, Object> filter,
      List<Consumer<ObjectNode>> keptBack,
      List<Consumer<ObjectNode>> told)
      throws Exception {
    try (Receiver receiver = Receiver.ok();
        Receiver unfiltered = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "filter", filter);
      Subscriber.of(subscriber.party(), unfiltered.url(), TYPE);
      UUID incident = UUID.randomUUID();
      keptBack.forEach(change -> publish(incident, subscriber, change));
      List<String> expected =
          told.stream().map(change -> publish(incident, subscriber, change).toString()).toList();
      int all = keptBack.size() + told.size();
      await().atMost(Duration.ofSeconds(20)).until(() -> unfiltered.calls().size() == all);
      expected.forEach(event -> subscriber.delivery(UUID.fromString(event), "DELIVERED"));
      assertEquals(
          expected.stream().sorted().toList(),
          receiver.calls().stream().map(Receiver.Call::id).sorted().toList());
    }
  }

  private static UUID publish(UUID incident, Subscriber to, Consumer<ObjectNode> change) {
    ObjectNode event = IncidentEvents.example(TYPE);
    event.put("id", incident.toString());
    event.putArray("audience").add(to.party());
    change.accept(event);
    return Events.publish("phoihop.incident", TYPE, incident.toString(), event.toString());
  }

  private static ValidatableResponse patch(Subscriber subscriber, Map<String, Object> change) {
    return subscriber
        .request()
        .header("If-Match", "*")
        .contentType(ContentType.JSON)
        .body(change)
        .patch("/api/v1/subscriptions/" + subscriber.id())
        .then()
        .statusCode(200);
  }
}
