package vn.phoihop.incident.request;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** Question and answer, objection, more time, withdrawal: what each side may do and see. */
@QuarkusTest
class RequestSideTest {

  private static final Set<String> HEADER =
      Set.of(
          "id",
          "number",
          "asker",
          "enterpriseId",
          "enterpriseName",
          "priority",
          "state",
          "dueAt",
          "completeness",
          "flags",
          "sequence");

  @Test
  void a_question_stops_the_clock_and_the_answer_moves_the_due_time() {
    Requests sides = Requests.acknowledged();
    sides
        .receiver("clarify", "{\"question\": \"Số nào?\"}")
        .statusCode(200)
        .body("state", equalTo("NEEDS_CLARIFICATION"))
        .body("clock.stoppedAt", notNullValue());
    sides
        .receiver("answers", Requests.FULL)
        .statusCode(409)
        .body("allowed", equalTo(List.of("clarified", "support")));
    // As if four weeks had passed: fifteen working days at least, whatever holidays lie in them.
    Requests.execute(
        "UPDATE information_request SET stopped_at = stopped_at - interval '28 days' WHERE id = '"
            + sides.id
            + "'");
    Instant before = Instant.parse(sides.get(Requests.police()).extract().path("dueAt"));

    JsonPath after =
        sides
            .asker("clarified", "{\"text\": \"0912 345 678\"}")
            .statusCode(200)
            .body("state", equalTo("ACKNOWLEDGED"))
            .body("clock.stoppedAt", nullValue())
            .body("clock.stops.size()", equalTo(1))
            .body("clock.stops[0].cause", equalTo("NEEDS_CLARIFICATION"))
            .body("dialogue.remark.text", equalTo(List.of("Số nào?", "0912 345 678")))
            .extract()
            .jsonPath();

    assertEquals(before, Instant.parse(after.getString("clock.stops[0].dueBefore")));
    assertEquals(after.getString("dueAt"), after.getString("clock.stops[0].dueAfter"));
    assertEquals(
        true, Instant.parse(after.getString("dueAt")).isAfter(before.plusSeconds(20 * 86_400)));
  }

  @Test
  void more_time_is_asked_for_once_unless_the_asker_allows_another() {
    Requests sides = Requests.issued();
    String due = sides.get(Requests.police()).extract().path("dueAt");
    sides
        .receiver("extend", "{\"until\": \"%s\", \"reason\": \"nhiều\"}".formatted(due))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/until"))
        .body("errors[0].code", equalTo("NOT_LATER"));
    String ask = "{\"until\": \"2099-01-31T10:00:00Z\", \"reason\": \"nhiều dữ liệu\"}";
    sides
        .receiver("extend", ask)
        .statusCode(200)
        .body("extension", equalTo("ASKED"))
        .body("dueAt", equalTo(due));
    sides
        .asker("grant-extension", "")
        .statusCode(200)
        .body("extension", equalTo("GRANTED"))
        .body("dueAt", equalTo("2099-01-31T10:00:00Z"));
    sides
        .receiver("extend", ask.replace("2099", "2100"))
        .statusCode(409)
        .body("state", equalTo("GRANTED"))
        .body("allowed", equalTo(List.of("allow-extension")));
    sides.asker("allow-extension", "{}").statusCode(200).body("extension", equalTo("ALLOWED"));
    sides.receiver("extend", ask.replace("2099", "2100")).statusCode(200);
    sides
        .asker("deny-extension", "")
        .statusCode(200)
        .body("extension", equalTo("DENIED"))
        .body("dueAt", equalTo("2099-01-31T10:00:00Z"));
  }

  @Test
  void an_objection_lets_the_department_in_which_upholds_or_overrules_it() {
    Requests sides = Requests.acknowledged();
    headerOnly(sides, Tokens.department());
    sides
        .post(Tokens.department(), "uphold", "")
        .statusCode(409)
        .body("state", equalTo("ACKNOWLEDGED"));
    sides
        .receiver("object", "{\"reasonCode\": \"OVERBROAD\", \"text\": \"Quá rộng\"}")
        .statusCode(200)
        .body("state", equalTo("OBJECTED"));

    sides
        .get(Tokens.department())
        .statusCode(200)
        .body("subject", equalTo("Số 0912 345 678"))
        .body("dialogue[0].remark.reasonCode", equalTo("OVERBROAD"));
    sides.get(Tokens.department(), "history").statusCode(200).body("items.size()", equalTo(4));
    sides.asker("cancel", "{\"reason\": \"thôi\"}").statusCode(409);
    sides
        .post(Tokens.department(), "overrule", "{\"note\": \"Có căn cứ\"}")
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("clock.stops[0].cause", equalTo("OBJECTED"));
    // It has read it; it does not act for a side.
    sides.post(Tokens.department(), "cancel", "{\"reason\": \"thôi\"}").statusCode(403);
    sides
        .receiver("object", "{\"reasonCode\": \"NO_AUTHORITY\", \"text\": \"Sai\"}")
        .statusCode(200);
    sides
        .post(Tokens.department(), "uphold", "")
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));

    Events.Seen told =
        Events.await(
            "phoihop.incident",
            e -> e.key().equals(sides.id) && e.type().equals("request.cancelled"));
    EventContract.assertValid("request.cancelled", told.data());
    sides.get(sides.enterpriseToken).statusCode(200).body("state", equalTo("CANCELLED"));
  }

  @Test
  void others_see_the_header_or_nothing() {
    Requests sides = Requests.answered();
    headerOnly(sides, Tokens.department());
    headerOnly(sides, Tokens.auditor());
    for (String stranger :
        List.of(Tokens.agency("CUSTOMS"), Tokens.enterprise(UUID.randomUUID()))) {
      sides.get(stranger).statusCode(404);
      for (String part : List.of("history", "answers", "documents")) {
        sides.get(stranger, part).statusCode(404);
      }
    }
    for (String part : List.of("history", "answers", "documents")) {
      sides.get(Tokens.department(), part).statusCode(404);
      sides.get(Tokens.auditor(), part).statusCode(403);
    }
    sides.post(Tokens.department(), "accept", "").statusCode(404);
    sides.post(Tokens.agency("CUSTOMS"), "accept", "").statusCode(404);
    sides
        .post(Tokens.enterprise(UUID.randomUUID()), "clarify", "{\"question\": \"?\"}")
        .statusCode(404);
    sides.asker("acknowledge", "").statusCode(403);
    sides.receiver("accept", "").statusCode(403);
  }

  @Test
  void a_draft_is_the_askers_alone() {
    Requests sides = Requests.drafted();
    for (String other :
        List.of(
            Tokens.department(), Tokens.auditor(), sides.enterpriseToken, Tokens.agency("TRADE"))) {
      sides.get(other).statusCode(404);
      as(other)
          .get("/api/v1/information-requests?state=DRAFT&limit=100")
          .then()
          .statusCode(200)
          .body("items.id", everyItem(not(equalTo(sides.id))));
    }
    as(Requests.police())
        .get("/api/v1/information-requests?state=DRAFT&limit=5")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(sides.id));
    sides.post(Tokens.department(), "issue", "").statusCode(404);
  }

  @Test
  void a_request_is_withdrawn_or_replaced_by_another() {
    Requests sides = Requests.issued();
    String first = sides.id;
    sides.asker("supersede", "{\"by\": \"%s\"}".formatted(first)).statusCode(400);
    String second =
        sides
            .draft(Requests.police(), sides.routine().toString())
            .statusCode(201)
            .extract()
            .path("id");
    String replace = "{\"by\": \"%s\"}".formatted(second);
    sides
        .asker("supersede", replace)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/by"))
        .body("errors[0].code", equalTo("NO_SUCCESSOR"));
    sides.id = second;
    sides.asker("issue", "").statusCode(200);
    sides.id = first;
    sides
        .asker("supersede", replace)
        .statusCode(200)
        .body("state", equalTo("SUPERSEDED"))
        .body("supersededBy", equalTo(second));
    sides.id = second;
    sides
        .asker("cancel", "{\"reason\": \"đã rõ\"}")
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("dialogue[0].remark.text", equalTo("đã rõ"));
    sides.receiver("acknowledge", "").statusCode(409).body("allowed", equalTo(List.of()));
  }

  @Test
  void a_liaison_acts_within_the_scope_of_the_designation() {
    Requests sides = Requests.issued();
    UUID person = UUID.randomUUID();
    String incidents = Tokens.liaison(sides.enterprise, person, List.of("INCIDENT"));
    sides.post(incidents, "acknowledge", "").statusCode(403);
    sides.get(incidents).statusCode(403);
    as(incidents).get("/api/v1/information-requests").then().statusCode(403);

    sides
        .post(
            Tokens.liaison(sides.enterprise, person, List.of("INFORMATION_REQUEST")),
            "acknowledge",
            "")
        .statusCode(200);
  }

  @Test
  void the_same_key_drafts_and_answers_once() {
    Requests sides = Requests.sides();
    String key = UUID.randomUUID().toString();
    String body = sides.routine().toString();
    String first = draft(sides, key, body);
    assertEquals(first, draft(sides, key, body));
    sides.id = first;
    sides.asker("issue", "").statusCode(200);
    sides.receiver("acknowledge", "").statusCode(200);
    for (int i = 0; i < 2; i++) {
      as(sides.enterpriseToken)
          .header("Idempotency-Key", key)
          .body(Requests.FULL)
          .post("/api/v1/information-requests/{id}/answers", first)
          .then()
          .statusCode(200)
          .body("answer.version", equalTo(1));
    }
    sides.receiver("answers", Requests.FULL).statusCode(409);
  }

  private static String draft(Requests sides, String key, String body) {
    return as(Requests.police())
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/information-requests")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void headerOnly(Requests sides, String token) {
    JsonPath seen =
        sides.get(token).statusCode(200).body("$", not(hasKey("subject"))).extract().jsonPath();
    assertEquals(
        Set.of(), minus(seen.getMap("$").keySet(), HEADER), "members that are not the header's");
  }

  private static Set<Object> minus(Set<?> all, Set<?> some) {
    return all.stream()
        .filter(member -> !some.contains(member))
        .collect(java.util.stream.Collectors.toSet());
  }
}
