package vn.phoihop.incident.measure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;
import static vn.phoihop.incident.Api.move;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class MeasureResourceTest {

  private final UUID enterprise = UUID.randomUUID();
  private final String token = Tokens.enterprise(enterprise);

  @BeforeEach
  void ready() {
    Api.awaitReady();
  }

  @Test
  void a_measure_is_active_at_once_and_ends_with_its_effect_and_both_are_told() {
    String id =
        take(MeasureExamples.BLOCK)
            .header("ETag", "\"1\"")
            .body("state", equalTo("ACTIVE"))
            .body("tlp", equalTo("AMBER"))
            .body("ratifyBy", nullValue())
            .extract()
            .path("id");

    as(token)
        .body(MeasureExamples.END)
        .post("/api/v1/measures/{id}/end", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("state", equalTo("ENDED"))
        .body("endedAt", equalTo("2026-03-20T10:00:00Z"))
        .body("effect.preventedVnd", equalTo(120000000));

    Events.await("phoihop.incident", e -> e.key().equals(id) && e.type().equals("measure.ended"));
    List<Events.Seen> told =
        Events.all("phoihop.incident").stream().filter(e -> e.key().equals(id)).toList();
    assertEquals(
        List.of("measure.started", "measure.ended"), told.stream().map(Events.Seen::type).toList());
    told.forEach(event -> EventContract.assertValid(event.type(), event.data()));
    assertFalse(told.get(1).data().contains("0912 345"), "the target travelled");
    assertEquals("BLOCK_NUMBER", JsonPath.from(told.get(0).data()).getString("type"));
    assertEquals(
        List.of("DEPARTMENT", enterprise.toString()),
        JsonPath.from(told.get(0).data()).getList("audience"));
    as(Tokens.department())
        .get("/api/v1/measures/{id}/history", id)
        .then()
        .statusCode(200)
        .body("items.verb", equalTo(List.of("take", "end")))
        .body("items[0].party", equalTo(enterprise.toString()));
  }

  @Test
  void without_a_body_it_ends_now() {
    String id = id(take(MeasureExamples.BLOCK));

    as(token)
        .post("/api/v1/measures/{id}/end", id)
        .then()
        .statusCode(200)
        .body("effect", nullValue());
  }

  @Test
  void a_planned_measure_starts_when_its_time_has_come() {
    // Where taking it took longer than until then it began at once: another one is planned.
    String id =
        id(
            await()
                .atMost(Duration.ofSeconds(60))
                .until(
                    () -> take(body(Instant.now().plusSeconds(2).toString(), "")),
                    taken -> taken.extract().path("state").equals("PLANNED")));

    Events.await("phoihop.incident", e -> e.key().equals(id) && e.type().equals("measure.started"));

    as(token)
        .get("/api/v1/measures/{id}", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("sequence", equalTo(2));
    as(token)
        .get("/api/v1/measures/{id}/history", id)
        .then()
        .body("items.party", equalTo(List.of(enterprise.toString(), "SYSTEM")));
  }

  @Test
  void a_planned_measure_starts_earlier_or_is_dropped_and_a_dropped_one_was_never_told() {
    String early = id(take(body("2098-01-01T00:00:00Z", "")));
    as(token)
        .post("/api/v1/measures/{id}/start", early)
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("reviewAt", equalTo("2098-01-31T00:00:00Z"));
    String dropped = id(take(body("2098-01-01T00:00:00Z", "")));
    as(token)
        .body(MeasureExamples.REVERSE)
        .post("/api/v1/measures/{id}/reverse", dropped)
        .then()
        .statusCode(200)
        .body("state", equalTo("REVERSED"))
        .body("endedAt", nullValue());

    Events.await("phoihop.incident", e -> e.key().equals(early));
    assertTrue(Events.all("phoihop.incident").stream().noneMatch(e -> e.key().equals(dropped)));
  }

  @Test
  void a_false_positive_takes_the_effect_back() {
    String id = id(take(MeasureExamples.BLOCK));
    as(token).body(MeasureExamples.END).post("/api/v1/measures/{id}/end", id);

    as(token)
        .body(MeasureExamples.REVERSE)
        .post("/api/v1/measures/{id}/reverse", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("REVERSED"))
        .body("effect", nullValue());

    Events.Seen told =
        Events.await(
            "phoihop.incident", e -> e.key().equals(id) && e.data().contains("\"REVERSED\""));
    EventContract.assertValid("measure.ended", told.data());
    assertTrue(JsonPath.from(told.data()).getBoolean("reversed"));
  }

  @Test
  void review_moves_the_date() {
    String id = id(take(MeasureExamples.BLOCK).body("reviewDue", equalTo(false)));

    as(token)
        .body(MeasureExamples.REVIEW)
        .post("/api/v1/measures/{id}/review", id)
        .then()
        .statusCode(200)
        .body("reviewAt", equalTo("2099-01-31T00:00:00Z"));
    as(token)
        .body("{\"reviewAt\": \"2026-01-01T00:00:00Z\"}")
        .post("/api/v1/measures/{id}/review", id)
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/reviewAt")));
  }

  @Test
  void an_emergency_is_ratified_by_another_person_with_the_paper() {
    UUID taker = UUID.randomUUID();
    String id =
        id(
            as(Tokens.liaison(enterprise, taker, List.of("MEASURE")))
                .body(body("2026-03-10T03:00:00Z", ", \"emergency\": true"))
                .post("/api/v1/measures")
                .then()
                .statusCode(201));

    for (String same : List.of(token, Tokens.liaison(enterprise, taker, List.of("MEASURE")))) {
      as(same)
          .body(MeasureExamples.RATIFY)
          .post("/api/v1/measures/{id}/ratify", id)
          .then()
          .statusCode(403)
          .body("type", equalTo("urn:phoihop:problem:ratified-by-another"));
    }
    as(Tokens.liaison(enterprise, UUID.randomUUID(), List.of("MEASURE")))
        .body(MeasureExamples.RATIFY)
        .post("/api/v1/measures/{id}/ratify", id)
        .then()
        .statusCode(200)
        .body("decisionRef.number", equalTo("45/QĐ-TGĐ"))
        .body("state", equalTo("ACTIVE"));
  }

  @Test
  void agencies_read_the_measures_of_the_incidents_that_they_read_also_when_referred_to_later() {
    String incident = Api.report(enterprise);
    String id = id(take(body("2026-03-10T03:00:00Z", ", \"incidentId\": \"" + incident + "\"")));
    as(Tokens.agency("POLICE")).get("/api/v1/measures/{id}", id).then().statusCode(200);
    as(Tokens.department())
        .queryParam("incidentId", incident)
        .queryParam("state", "ACTIVE")
        .get("/api/v1/measures")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id)));
    as(Tokens.agency("CUSTOMS")).get("/api/v1/measures/{id}", id).then().statusCode(404);

    move(incident, "triage", "{}");
    move(incident, "refer", "{\"agencies\": [\"CUSTOMS\", \"POLICE\"]}");

    as(Tokens.agency("CUSTOMS"))
        .get("/api/v1/measures/{id}", id)
        .then()
        .statusCode(200)
        .body("incidentId", equalTo(incident));
    as(Tokens.agency("CUSTOMS")).get("/api/v1/measures/{id}/history", id).then().statusCode(200);
    as(Tokens.agency("CUSTOMS"))
        .get("/api/v1/measures?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    as(token).body(MeasureExamples.END).post("/api/v1/measures/{id}/end", id);
    Events.Seen ended =
        Events.await(
            "phoihop.incident", e -> e.key().equals(id) && e.type().equals("measure.ended"));
    assertEquals(
        List.of("DEPARTMENT", enterprise.toString(), "POLICE", "CUSTOMS"),
        JsonPath.from(ended.data()).getList("audience"));
  }

  @Test
  void an_amendment_that_brings_in_an_agency_lets_it_read_the_measures() {
    String incident = Api.report(enterprise);
    String id = id(take(body("2026-03-10T03:00:00Z", ", \"incidentId\": \"" + incident + "\"")));
    as(Tokens.agency("TRADE")).get("/api/v1/measures/{id}", id).then().statusCode(404);

    as(token)
        .body(
            Api.EARLY_NOTICE
                .replace("TEL_BYPASS_SIMBOX", "TEL_ILLEGAL_CARD")
                .replace("{\"stage\"", "{\"reason\": \"Phân loại lại\", \"stage\""))
        .post("/api/v1/incidents/{id}/amend", incident)
        .then()
        .statusCode(200);

    as(Tokens.agency("TRADE")).get("/api/v1/measures/{id}", id).then().statusCode(200);
  }

  @Test
  void another_enterprises_incident_and_one_that_is_nowhere_are_refused_alike() {
    String foreign = Api.report(UUID.randomUUID());
    for (String incident : List.of(foreign, UUID.randomUUID().toString())) {
      as(token)
          .body(body("2026-03-10T03:00:00Z", ", \"incidentId\": \"" + incident + "\""))
          .post("/api/v1/measures")
          .then()
          .statusCode(400)
          .body("errors.pointer", equalTo(List.of("/incidentId")))
          .body("errors.code", equalTo(List.of("UNKNOWN_INCIDENT")));
    }
  }

  @Test
  void another_enterprise_does_not_find_it() {
    String id = id(take(MeasureExamples.BLOCK));
    String stranger = Tokens.enterprise(UUID.randomUUID());

    as(stranger).get("/api/v1/measures/{id}", id).then().statusCode(404);
    as(stranger).get("/api/v1/measures/{id}/history", id).then().statusCode(404);
    as(stranger).post("/api/v1/measures/{id}/end", id).then().statusCode(404);
    as(stranger).get("/api/v1/measures").then().body("items.size()", equalTo(0));
    as(Tokens.agency("POLICE")).get("/api/v1/measures/{id}", id).then().statusCode(404);
    as(Tokens.department()).get("/api/v1/measures/{id}", id).then().statusCode(200);
  }

  @Test
  void the_database_shows_a_measure_to_its_readers_alone() throws SQLException {
    String id = id(take(MeasureExamples.BLOCK));
    for (String table : List.of("measure WHERE id", "measure_history WHERE measure_id")) {
      for (String party : List.of(UUID.randomUUID().toString(), "POLICE", "AUDITOR", "")) {
        assertEquals(0, rows(party, table, id), party);
      }
      assertEquals(1, rows(enterprise.toString(), table, id));
      assertEquals(1, rows("DEPARTMENT", table, id));
    }
  }

  @Test
  void a_liaison_needs_the_scope() {
    String liaison = Tokens.liaison(enterprise, UUID.randomUUID(), List.of("INCIDENT"));
    String id = id(take(MeasureExamples.BLOCK));

    as(liaison).body(MeasureExamples.BLOCK).post("/api/v1/measures").then().statusCode(403);
    as(liaison).post("/api/v1/measures/{id}/end", id).then().statusCode(403);
    as(liaison).get("/api/v1/measures/{id}", id).then().statusCode(403);
    as(liaison).get("/api/v1/measures").then().statusCode(403);
  }

  @Test
  void mail_is_opened_by_decision_only() {
    take(MeasureExamples.OPEN_ITEM).body("decisionRef.number", equalTo("12/QĐ-PC04"));
    refused(
            "{\"type\": \"OPEN_ITEM\", \"target\": \"RR473124829VN\", \"startedAt\": \"2026-03-11T05:00:00Z\"}")
        .body("errors.pointer", equalTo(List.of("/decisionRef")))
        .body("errors.code", equalTo(List.of("REQUIRED")));
    refused(MeasureExamples.OPEN_ITEM.replace(", \"authority\": \"Công an Thành phố Hà Nội\"", ""))
        .body("errors.pointer", equalTo(List.of("/decisionRef/authority")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /startedAt",
        "{\"type\": \"BLOCK\"} | /type",
        "{\"target\": \" \"} | /target",
        "{\"startedAt\": \"hôm qua\"} | /startedAt",
        "{\"incidentId\": \"1\"} | /incidentId",
        "{\"decisionRef\": {\"number\": \"1\"}} | /decisionRef/date",
        "{\"decisionRef\": {\"number\": \"1\", \"date\": \"2099-01-01\"}} | /decisionRef/date",
        "{\"emergency\": true, \"startedAt\": \"2099-01-01T00:00:00Z\"} | /startedAt",
        "{\"reviewAt\": \"2026-01-01T00:00:00Z\"} | /reviewAt",
        "{\"startedAt\": \"2099-01-01T00:00:00Z\", \"reviewAt\": \"2098-01-01T00:00:00Z\"} | /reviewAt",
        "{\"state\": \"ENDED\"} | /state"
      })
  void what_is_wrong_is_named(String change, String pointer) {
    String valid =
        change.equals("{}")
            ? "{\"type\": \"BLOCK_NUMBER\", \"target\": \"0912\"}"
            : Bodies.merge(MeasureExamples.BLOCK, change);
    refused(valid).body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "end | {\"endedAt\": \"2026-03-09T00:00:00Z\"} | /endedAt",
        "end | {\"endedAt\": \"2099-03-09T00:00:00Z\"} | /endedAt",
        "end | {\"effect\": {\"preventedVnd\": -1}} | /effect/preventedVnd",
        "reverse | {} | /note",
        "review | {} | /reviewAt"
      })
  void what_is_wrong_with_a_move_is_named(String verb, String body, String pointer) {
    String id = id(take(MeasureExamples.BLOCK));
    as(token)
        .body(body)
        .post("/api/v1/measures/{id}/{verb}", id, verb)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
    as(token).get("/api/v1/measures/{id}", id).then().body("sequence", equalTo(1));
  }

  @Test
  void a_forbidden_move_says_what_is_allowed_and_a_stale_one_is_refused() {
    String id = id(take(MeasureExamples.BLOCK));
    as(token)
        .post("/api/v1/measures/{id}/start", id)
        .then()
        .statusCode(409)
        .body("state", equalTo("ACTIVE"))
        .body("allowed", hasItems("end", "reverse", "review"));
    as(token)
        .header("If-Match", "\"7\"")
        .post("/api/v1/measures/{id}/end", id)
        .then()
        .statusCode(412);
    as(token)
        .body("{}")
        .post("/api/v1/measures/{id}/ratify", id)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:nothing-to-ratify"));
  }

  @Test
  void a_repeated_request_takes_no_second_measure() {
    String key = UUID.randomUUID().toString();
    String first =
        id(
            as(token)
                .header("Idempotency-Key", key)
                .body(MeasureExamples.BLOCK)
                .post("/api/v1/measures")
                .then()
                .statusCode(201));
    assertEquals(
        first,
        id(
            as(token)
                .header("Idempotency-Key", key)
                .body(MeasureExamples.BLOCK)
                .post("/api/v1/measures")
                .then()
                .statusCode(201)));
    as(token).get("/api/v1/measures").then().body("items.size()", equalTo(1));
  }

  @Test
  void the_list_is_paged_without_gap_or_overlap() {
    List<String> taken =
        java.util.stream.IntStream.range(0, 5)
            .mapToObj(i -> id(take(MeasureExamples.BLOCK)))
            .toList();
    List<String> seen = new java.util.ArrayList<>();
    String next = null;
    do {
      JsonPath page =
          as(token)
              .queryParam("limit", 2)
              .queryParams(next == null ? java.util.Map.of() : java.util.Map.of("cursor", next))
              .get("/api/v1/measures")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.id"));
      next = page.getString("next");
    } while (next != null);
    List<String> latestFirst = new java.util.ArrayList<>(taken);
    java.util.Collections.reverse(latestFirst);
    assertEquals(latestFirst, seen);
    as(token)
        .queryParam("state", "ENDED")
        .get("/api/v1/measures")
        .then()
        .body("items.id", not(hasItem(taken.get(0))));
  }

  private ValidatableResponse take(String body) {
    return as(token).body(body).post("/api/v1/measures").then().statusCode(201);
  }

  private ValidatableResponse refused(String body) {
    return as(token).body(body).post("/api/v1/measures").then().statusCode(400);
  }

  private static String body(String startedAt, String more) {
    return """
        {"type": "BLOCK_NUMBER", "target": "0912 345 678", "startedAt": "%s"%s}"""
        .formatted(startedAt, more);
  }

  private static String id(ValidatableResponse response) {
    return response.extract().path("id");
  }

  private static long rows(String party, String table, String id) throws SQLException {
    return Database.as(
        party,
        connection -> {
          try (var statement =
              connection.prepareStatement("SELECT count(*) FROM " + table + " = ?::uuid")) {
            statement.setString(1, id);
            try (var row = statement.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }
}
