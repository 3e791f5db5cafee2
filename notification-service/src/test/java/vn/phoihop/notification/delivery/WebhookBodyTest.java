package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phoihop.notification.subscription.PublishedTypes;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.test.EventContract;

class WebhookBodyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectLinks LINKS =
      new ObjectLinks("http://liaison", "http://incident", "http://reporting");

  /** All that a webhook may say, whatever else the event has. */
  private static final Set<String> THIN =
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
          "links");

  @Test
  void an_incident_is_told_thinly_and_nobody_learns_who_else_was() throws Exception {
    assertEquals(
        JSON.readTree(
            """
            {"type": "incident.received", "timestamp": "2026-03-10T02:00:00Z", "data": {
              "id": "019a1f6e-7c00-7000-8000-000000000003",
              "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
              "receiptNumber": "TB-2026-000123",
              "violationTypes": ["TEL_BYPASS_SIMBOX", "TEL_FEE_THEFT"],
              "state": "RECEIVED", "stage": "EARLY", "version": 1, "sequence": 1, "tlp": "AMBER",
              "links": {"self": "http://incident/api/v1/incidents/019a1f6e-7c00-7000-8000-000000000003"}}}"""),
        JSON.readTree(body("incident.received")));
  }

  @Test
  void anything_else_is_told_by_its_id_and_where_it_is_read() throws Exception {
    assertEquals(
        JSON.readTree(
            """
            {"type": "designation.approved", "timestamp": "2026-03-03T07:30:00Z", "data": {
              "id": "019a1f6e-7c00-7000-8000-000000000002",
              "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
              "state": "ACTIVE", "version": 4, "sequence": 4, "tlp": "AMBER",
              "links": {"self": "http://liaison/api/v1/designations/019a1f6e-7c00-7000-8000-000000000002"}}}"""),
        JSON.readTree(body("designation.approved")));
  }

  @ParameterizedTest
  @CsvSource({
    "enterprise.activated, http://liaison/api/v1/enterprises",
    "incident.closed, http://incident/api/v1/incidents",
    "evidence.sealed, http://incident/api/v1/evidence",
    "request.issued, http://incident/api/v1/information-requests",
    "measure.started, http://incident/api/v1/measures",
    "exchange.published, http://incident/api/v1/exchanges",
    "obligation.opened, http://reporting/api/v1/obligations",
    "report.accepted, http://reporting/api/v1/reports",
    "consolidated_report.frozen, http://reporting/api/v1/consolidated-reports"
  })
  void each_family_is_read_at_the_service_that_has_it(String type, String collection) {
    UUID id = UUID.randomUUID();
    assertEquals(collection + "/" + id, LINKS.self(type, id));
  }

  @Test
  void what_is_no_object_has_no_link() {
    assertNull(LINKS.self("access.revoked", UUID.randomUUID()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_published_event_can_be_told(String type) throws Exception {
    Announcement announcement = announcement(type, EventContract.example(type));
    JsonNode body = JSON.readTree(announcement.body());
    JsonNode event = JSON.readTree(EventContract.example(type));
    assertEquals(type, body.get("type").asText());
    assertEquals(event.get("id"), body.get("data").get("id"));
    assertEquals(event.get("state"), body.get("data").get("state"));
    assertEquals(event.get("version"), body.get("data").get("version"));
    assertEquals(event.get("tlp"), body.get("data").get("tlp"));
    assertTrue(THIN.containsAll(names(body.get("data"))), body.toString());
    assertFalse(body.toString().contains("audience"));
    assertTrue(announcement.body().length < 20_000);
    assertEquals(event.get("audience").size(), announcement.hearers().size(), "one hearer a party");
  }

  @Test
  void a_party_that_is_named_twice_hears_it_once() {
    String twice =
        EventContract.example("incident.received")
            .replace("\"audience\": [", "\"audience\": [\"POLICE\", ");
    assertEquals(3, announcement("incident.received", twice).hearers().size());
  }

  @Test
  void an_event_without_its_members_is_poison() {
    assertThrows(
        UncheckedIOException.class,
        () -> announcement("incident.received", "{\"id\": \"" + UUID.randomUUID() + "\"}"));
  }

  static Stream<String> types() {
    return PublishedTypes.withAudience().stream();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String body(String type) {
    return new String(
        announcement(type, EventContract.example(type)).body(), StandardCharsets.UTF_8);
  }

  private static Announcement announcement(String type, String json) {
    return Announcement.of(
        new ReceivedEvent(
            UUID.randomUUID(),
            "/phoihop/incident",
            type,
            "key",
            Instant.EPOCH,
            json.getBytes(StandardCharsets.UTF_8)),
        LINKS);
  }
}
