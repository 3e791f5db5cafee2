package vn.phoihop.reporting.report;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;

/** What is wrong, foreign or out of turn is refused, and changes nothing. */
@QuarkusTest
class BadReportTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'sections': {'WEATHER': 'nắng'}} | /sections/WEATHER | UNKNOWN_CODE",
        "{'corrections': [{'violationType': 'SHIPWRECK', 'figure': 'detected', 'value': 1}]} | /corrections/0/violationType | UNKNOWN_CODE",
        "{'corrections': [{'violationType': 'TEL_FEE_THEFT', 'figure': 'measures', 'value': 1}]} | /corrections/0/figure | ONLY_IN_TOTALS",
        "{'corrections': [{'figure': 'measures', 'value': 1}, {'figure': 'measures', 'value': 2}]} | /corrections/1 | DUPLICATE_ITEM",
        "{'corrections': [{'figure': 'measures', 'value': -1}]} | /corrections/0/value | RANGE",
        "{'corrections': [{'figure': 'measures', 'value': 1000000000000001}]} | /corrections/0/value | RANGE",
        "{'corrections': [{'figure': 'measures'}]} | /corrections/0/value | REQUIRED",
        "{'corrections': [{'value': 1}]} | /corrections/0/figure | REQUIRED",
        "{'corrections': [{'figure': 'joy', 'value': 1}]} | /corrections/0/figure | *",
        "{'corrections': [{'figure': 'measures', 'value': 1.5}]} | /corrections/0/value | *",
        "{'corrections': [null]} | /corrections/0 | REQUIRED",
        "{'nil': 'yes'} | /nil | *",
        "{'figures': []} | /figures | UNKNOWN_FIELD"
      })
  void an_edit_that_is_wrong_changes_nothing(String body, String pointer, String code)
      throws Exception {
    UUID enterprise = Api.enterprise();
    String id = Api.start(enterprise);

    var refused =
        as(Tokens.enterprise(enterprise))
            .header("If-Match", "\"1\"")
            .body(body.replace('\'', '"'))
            .patch("/api/v1/reports/{id}", id)
            .then()
            .statusCode(400)
            .body("errors[0].pointer", equalTo(pointer))
            .body("errors[0].message", not(startsWith("error.")));
    if (!code.equals("*")) {
      refused.body("errors[0].code", equalTo(code));
    }
    assertEquals(
        1, Database.count("SELECT sequence FROM report WHERE id = ?", UUID.fromString(id)));
  }

  @Test
  void a_text_that_is_too_long_is_refused() {
    UUID enterprise = Api.enterprise();
    String id = Api.start(enterprise);
    as(Tokens.enterprise(enterprise))
        .header("If-Match", "*")
        .body("{\"sections\": {\"SITUATION\": \"" + "á".repeat(20_001) + "\"}}")
        .patch("/api/v1/reports/{id}", id)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("SIZE"));
  }

  @Test
  void an_edit_names_the_version_that_it_read() {
    UUID enterprise = Api.enterprise();
    String own = Tokens.enterprise(enterprise);
    String id = Api.start(enterprise);

    as(own).body("{}").patch("/api/v1/reports/{id}", id).then().statusCode(428);
    as(own)
        .header("If-Match", "\"9\"")
        .body("{}")
        .patch("/api/v1/reports/{id}", id)
        .then()
        .statusCode(412);
    as(own)
        .header("If-Match", "\"1\"")
        .body("{\"sections\": {\"SITUATION\": \"Yên ổn\", \"PROPOSALS\": \"Không\"}}")
        .patch("/api/v1/reports/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    as(own)
        .header("If-Match", "\"1\"")
        .body("{}")
        .patch("/api/v1/reports/{id}", id)
        .then()
        .statusCode(412);
    as(own)
        .header("If-Match", "\"2\"")
        .body("{\"sections\": {\"PROPOSALS\": null}}")
        .patch("/api/v1/reports/{id}", id)
        .then()
        .statusCode(200)
        .body("sections.keySet()", equalTo(java.util.Set.of("SITUATION")));
    as(own)
        .header("If-Match", "\"1\"")
        .body("{}")
        .post("/api/v1/reports/{id}/submit", id)
        .then()
        .statusCode(412);
  }

  @Test
  void a_foreign_obligation_and_a_foreign_report_are_not_there() {
    UUID enterprise = Api.enterprise();
    String stranger = Tokens.enterprise(Api.enterprise());
    String obligation = Api.awaitObligation(enterprise);
    String id = Api.start(enterprise);
    as(stranger).post("/api/v1/obligations/{id}/reports", obligation).then().statusCode(404);
    as(stranger).post("/api/v1/obligations/{id}/nil-return", obligation).then().statusCode(404);
    as(stranger)
        .post("/api/v1/obligations/{id}/reports", UUID.randomUUID().toString())
        .then()
        .statusCode(404);
    for (String path : List.of("", "/versions", "/versions/1", "/history")) {
      as(stranger).get("/api/v1/reports/{id}" + path, id).then().statusCode(404);
    }
    as(stranger)
        .header("If-Match", "*")
        .body("{}")
        .patch("/api/v1/reports/{id}", id)
        .then()
        .statusCode(404);
    as(stranger).body("{}").post("/api/v1/reports/{id}/submit", id).then().statusCode(404);
    as(stranger)
        .body("{\"reason\": \"thử\"}")
        .post("/api/v1/reports/{id}/correct", id)
        .then()
        .statusCode(404);
    as(stranger)
        .get("/api/v1/reports?enterpriseId=" + enterprise)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    as(Tokens.agency("POLICE")).get("/api/v1/reports/{id}", id).then().statusCode(403);
    as(Tokens.department())
        .post("/api/v1/obligations/{id}/reports", obligation)
        .then()
        .statusCode(403);
  }

  @Test
  void a_liaison_acts_for_reports_only_if_designated_for_them() {
    UUID enterprise = Api.enterprise();
    String obligation = Api.awaitObligation(enterprise);
    String other = Tokens.liaison(enterprise, UUID.randomUUID(), List.of("INCIDENT", "MEASURE"));
    String liaison = Tokens.liaison(enterprise, UUID.randomUUID(), List.of("REPORT"));

    as(other).post("/api/v1/obligations/{id}/reports", obligation).then().statusCode(403);
    String id =
        as(liaison)
            .post("/api/v1/obligations/{id}/reports", obligation)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    for (String path : List.of("", "/versions", "/history")) {
      as(other).get("/api/v1/reports/{id}" + path, id).then().statusCode(403);
    }
    as(other).get("/api/v1/reports").then().statusCode(403);
    as(other).get("/api/v1/statistics").then().statusCode(403);
    as(other).body("{}").post("/api/v1/reports/{id}/submit", id).then().statusCode(403);
    as(liaison).body("{}").post("/api/v1/reports/{id}/submit", id).then().statusCode(200);
  }

  @Test
  void there_is_one_report_an_obligation_and_a_repeated_key_gives_it_again() {
    UUID enterprise = Api.enterprise();
    String own = Tokens.enterprise(enterprise);
    String obligation = Api.awaitObligation(enterprise);
    String key = UUID.randomUUID().toString();

    String first =
        as(own)
            .header("Idempotency-Key", key)
            .post("/api/v1/obligations/{id}/reports", obligation)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String again =
        as(own)
            .header("Idempotency-Key", key)
            .post("/api/v1/obligations/{id}/reports", obligation)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertEquals(first, again);
    as(own)
        .post("/api/v1/obligations/{id}/reports", obligation)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:duplicate"));
    as(own).post("/api/v1/obligations/{id}/nil-return", obligation).then().statusCode(409);
  }

  @Test
  void a_move_out_of_turn_says_what_is_allowed() {
    UUID enterprise = Api.enterprise();
    String own = Tokens.enterprise(enterprise);
    String department = Tokens.department();
    String id = Api.submit(enterprise);

    refused(own, id, "submit", "{}", "SUBMITTED", "accept");
    as(own)
        .header("If-Match", "*")
        .body("{\"nil\": true}")
        .patch("/api/v1/reports/{id}", id)
        .then()
        .statusCode(409)
        .body("allowed", hasItem("return"));
    refused(department, id, "allow-correction", "{}", "SUBMITTED", "accept");
    as(own).body("{}").post("/api/v1/reports/{id}/accept", id).then().statusCode(403);
    as(department)
        .body("{\"reasons\": []}")
        .post("/api/v1/reports/{id}/return", id)
        .then()
        .statusCode(400);
    as(department)
        .body("{\"reasons\": [\"UNCLEAR_INDICATOR\"]}")
        .post("/api/v1/reports/{id}/return", id)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/reasons/0"));
    Api.move(department, id, "accept", "{}");
    refused(department, id, "accept", "{}", "ACCEPTED", "correct");
    refused(department, id, "return", "{\"reasons\": [\"INCOMPLETE\"]}", "ACCEPTED", "correct");
  }

  @Test
  void lists_refuse_what_they_do_not_know() {
    Api.awaitReady();
    for (String query : List.of("period=2026-H3", "period=2150-H1", "state=LOST", "cursor=abc")) {
      as(Tokens.department()).get("/api/v1/reports?" + query).then().statusCode(400);
    }
    as(Tokens.department())
        .get("/api/v1/reports?period=2026-H3")
        .then()
        .body("errors[0].code", equalTo("UNKNOWN_PERIOD"));
    as(Tokens.department())
        .get("/api/v1/report-rules")
        .then()
        .statusCode(200)
        .body("items.rule", hasItem("NIL_WITH_FIGURES"));
  }

  private static void refused(
      String token, String id, String verb, String body, String state, String allowed) {
    as(token)
        .body(body)
        .post("/api/v1/reports/{id}/" + verb, id)
        .then()
        .statusCode(409)
        .body("state", equalTo(state))
        .body("allowed", hasItem(allowed));
  }
}
