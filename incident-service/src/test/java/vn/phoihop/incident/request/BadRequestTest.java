package vn.phoihop.incident.request;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** What is wrong is named, and nothing moves. */
@QuarkusTest
class BadRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          enterpriseId    | "00000000-0000-4000-8000-00000000dead"                       | /enterpriseId        | UNKNOWN_ENTERPRISE
          enterpriseId    | null                                                         | /enterpriseId        | REQUIRED
          purpose         | "CURIOSITY"                                                  | /purpose             | UNKNOWN_CODE
          purpose         | "ADHOC_REPORT"                                               | /purpose             | PURPOSE_RESERVED
          legalBasis      | " "                                                          | /legalBasis          | REQUIRED
          legalBasisCode  | "điều 88"                                                    | /legalBasisCode      | FORMAT
          document        | null                                                         | /document            | REQUIRED
          document        | {"number": "1", "date": "2099-01-01", "signerName": "An"}    | /document/date       | FUTURE
          document        | {"number": "1", "date": "2026-01-01"}                        | /document/signerName | REQUIRED
          items           | []                                                           | /items               | SIZE
          items           | [{"category": "GOSSIP", "description": "x"}]                 | /items/0/category    | UNKNOWN_CODE
          items           | [{"category": "SUBSCRIBER"}]                                 | /items/0/description | REQUIRED
          items           | [{"category": "TRAFFIC_CDR", "description": "x", "periodFrom": "2026-02-02", "periodTo": "2026-02-01"}] | /items/0/periodTo | ORDER
          priority        | "EMERGENCY"                                                  | /emergencyGround     | REQUIRED
          incidentId      | "00000000-0000-4000-8000-00000000dead"                       | /incidentId          | UNKNOWN_INCIDENT
          """)
  void a_wrong_field_of_a_draft_is_named(String field, String value, String pointer, String code)
      throws Exception {
    Requests sides = Requests.sides();
    ObjectNode body = sides.routine();
    body.set(field, new ObjectMapper().readTree(value));

    sides
        .draft(Requests.police(), body.toString())
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer))
        .body("errors.code", hasItem(code));
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM information_request WHERE enterprise_id = ?", sides.enterprise));
  }

  @Test
  void a_field_that_nobody_knows_is_refused() {
    Requests sides = Requests.sides();
    sides
        .draft(Requests.police(), sides.routine().put("content", "thư").toString())
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/content"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"VERIFIED", "SUSPENDED", "CLOSED"})
  void only_an_active_enterprise_is_asked(String state) {
    Requests sides = Requests.drafted();
    sides.enterpriseIs(state);

    sides
        .draft(Requests.police(), sides.routine().toString())
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:enterprise-not-active"));
    sides
        .asker("issue", "")
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:enterprise-not-active"));
    sides.get(Requests.police()).statusCode(200).body("state", equalTo("DRAFT"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{"n": 3, "status": "FULL", "text": "x"}]                                             | /items/0/n           | UNKNOWN_ITEM
          [{"n": 0, "status": "FULL", "text": "x"}]                                             | /items/0/n           | RANGE
          [{"n": 1, "status": "FULL", "text": "x"}, {"n": 1, "status": "FULL", "text": "y"}]    | /items/1/n           | DUPLICATE_ITEM
          [{"n": 1, "status": "FULL"}]                                                          | /items/0/text        | ANSWER_EMPTY
          [{"n": 1, "status": "PARTIAL", "text": "  ", "documents": []}]                        | /items/0/text        | ANSWER_EMPTY
          [{"n": 1, "status": "NONE", "text": "không có"}]                                      | /items/0/reasonCode  | REQUIRED
          [{"n": 1, "status": "NONE", "reasonCode": "BORED"}]                                   | /items/0/reasonCode  | UNKNOWN_CODE
          [{"n": 1, "status": "NONE", "reasonCode": "OTHER"}]                                   | /items/0/text        | REQUIRED
          [{"n": 1, "status": "FULL", "documents": ["00000000-0000-4000-8000-00000000dead"]}]   | /items/0/documents/0 | UNKNOWN_DOCUMENT
          [{"n": 1}]                                                                            | /items/0/status      | REQUIRED
          []                                                                                    | /items               | SIZE
          """)
  void a_wrong_answer_is_named_and_nothing_moves(String items, String pointer, String code) {
    Requests sides = Requests.acknowledged();

    sides
        .receiver("answers", "{\"items\": " + items + "}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
    sides
        .get(sides.enterpriseToken)
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("state", equalTo("ACKNOWLEDGED"));
  }

  @Test
  void a_document_of_another_request_is_no_answer_to_this_one() {
    Requests other = Requests.acknowledged();
    String document = other.upload("của yêu cầu khác");
    Requests sides = Requests.acknowledged();

    sides
        .receiver(
            "answers",
            "{\"items\": [{\"n\": 1, \"status\": \"FULL\", \"documents\": [\""
                + document
                + "\"]}]}")
        .statusCode(400)
        .body("errors[0].code", equalTo("UNKNOWN_DOCUMENT"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          return    | {"reasons": ["BORED"]}                        | /reasons/0  | UNKNOWN_CODE
          return    | {"reasons": ["MISSING_DOCUMENT"]}             | /reasons/0  | UNKNOWN_CODE
          return    | {"reasons": []}                               | /reasons    | SIZE
          return    | {"reasons": ["INCOMPLETE"], "items": [3]}     | /items/0    | UNKNOWN_ITEM
          cancel    | {"reason": " "}                               | /reason     | REQUIRED
          clarified | {}                                            | /text       | REQUIRED
          supersede | {"by": "x"}                                   | /by         | FORMAT
          support   | {"document": {"number": "1", "date": "2099-01-01", "signerName": "An"}} | /document/date | FUTURE
          """)
  void a_wrong_field_of_the_askers_move_is_named(
      String verb, String body, String pointer, String code) {
    Requests sides = Requests.answered();

    sides
        .asker(verb, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
    sides.get(Requests.police()).body("state", equalTo("ANSWERED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clarify | {"question": ""}                                           | /question   | REQUIRED
          object  | {"reasonCode": "BORED", "text": "x"}                       | /reasonCode | UNKNOWN_CODE
          object  | {"reasonCode": "OVERBROAD"}                                | /text       | REQUIRED
          extend  | {"until": "2020-01-01T00:00:00Z", "reason": "x"}           | /until      | NOT_LATER
          extend  | {"until": "2099-01-01T00:00:00Z"}                          | /reason     | REQUIRED
          """)
  void a_wrong_field_of_the_enterprises_move_is_named(
      String verb, String body, String pointer, String code) {
    Requests sides = Requests.acknowledged();

    sides
        .receiver(verb, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
    sides.get(Requests.police()).body("state", equalTo("ACKNOWLEDGED"));
  }

  @Test
  void a_stale_tag_is_refused_and_nothing_moves() {
    Requests sides = Requests.issued();
    Api.as(sides.enterpriseToken)
        .header("If-Match", "\"1\"")
        .post("/api/v1/information-requests/{id}/acknowledge", sides.id)
        .then()
        .statusCode(412);
    Api.as(sides.enterpriseToken)
        .header("If-Match", "\"2\"")
        .post("/api/v1/information-requests/{id}/acknowledge", sides.id)
        .then()
        .statusCode(200)
        .header("ETag", "\"3\"");
    Api.as(Requests.police())
        .header("If-None-Match", "\"3\"")
        .get("/api/v1/information-requests/{id}", sides.id)
        .then()
        .statusCode(304);
  }

  @Test
  void what_is_not_there_is_not_found() {
    Requests sides = Requests.sides();
    sides.id = UUID.randomUUID().toString();
    for (String token : List.of(Requests.police(), sides.enterpriseToken, Tokens.department())) {
      sides.get(token).statusCode(404);
      sides.get(token, "history").statusCode(404);
    }
    sides.asker("issue", "").statusCode(404);
    sides.receiver("acknowledge", "").statusCode(404);
    sides.post(Tokens.department(), "uphold", "").statusCode(404);
  }

  @Test
  void a_long_period_without_a_subject_is_warned_of_and_not_refused() throws Exception {
    Requests sides = Requests.sides();
    ObjectNode body = sides.routine();
    body.set(
        "items",
        new ObjectMapper()
            .readTree(
                """
                [{"category": "TRAFFIC_CDR", "description": "a", "periodFrom": "2026-01-01", "periodTo": "2026-04-02"},
                 {"category": "TRAFFIC_CDR", "description": "b", "periodFrom": "2026-01-01", "periodTo": "2026-04-03"},
                 {"category": "TRAFFIC_CDR", "description": "c", "periodTo": "2026-04-03"},
                 {"category": "CONTRACT", "description": "d"}]"""));
    sides
        .draft(Requests.police(), body.toString())
        .statusCode(201)
        .body("warnings", equalTo(List.of()));
    body.remove("subject");
    sides.id =
        sides
            .draft(Requests.police(), body.toString())
            .statusCode(201)
            .body("warnings.pointer", equalTo(List.of("/items/1", "/items/2")))
            .body("warnings.code", equalTo(List.of("OVERBROAD", "OVERBROAD")))
            .extract()
            .path("id");
    sides.asker("issue", "").statusCode(200).body("warnings.size()", equalTo(2));
  }

  @Test
  void an_incident_is_named_to_those_who_read_it() {
    Requests sides = Requests.sides();
    UUID reporter = UUID.randomUUID();
    String incident = Api.report(reporter);
    sides.id =
        sides
            .draft(Requests.police(), sides.routine().put("incidentId", incident).toString())
            .statusCode(201)
            .body("incidentId", equalTo(incident))
            .extract()
            .path("id");
    sides.asker("issue", "").statusCode(200);
    sides
        .get(sides.enterpriseToken)
        .statusCode(200)
        .body("incidentId", org.hamcrest.Matchers.nullValue());
  }
}
