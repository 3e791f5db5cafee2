package vn.phoihop.incident.incident;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;
import static vn.phoihop.incident.Api.move;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.report.Reports;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class IncidentMoveTest {

  private static final String RESOLUTION =
      "{\"outcome\": \"ADMIN_SANCTION\", \"decisionNo\": \"12/QĐ-XPVPHC\", \"vnd\": 140000000}";

  private final UUID enterprise = UUID.randomUUID();
  private String id;

  @BeforeEach
  void anIncident() {
    id = Api.report(enterprise);
  }

  @Test
  void where_it_happened_goes_with_every_fact_and_changes_with_the_report() {
    Reports report = Reports.early().with("place", "{\"adminUnit\": \"HN-BA-DINH\"}");
    id = Api.report(enterprise, report.json());
    department("triage", "{}").statusCode(200);
    as(Tokens.enterprise(enterprise))
        .header("If-Match", "*")
        .body(
            report
                .with("place", "{\"adminUnit\": \"HN-HOAN-KIEM\"}")
                .with("reason", "đã xác minh địa điểm")
                .json())
        .post("/api/v1/incidents/{id}/amend", id)
        .then()
        .statusCode(200);
    Events.await("phoihop.incident", e -> e.key().equals(id) && e.type().endsWith(".amended"));
    assertEquals(
        List.of("HN-BA-DINH", "HN-BA-DINH", "HN-HOAN-KIEM"),
        Events.all("phoihop.incident").stream()
            .filter(e -> e.key().equals(id))
            .map(e -> JsonPath.from(e.data()).getString("adminUnit"))
            .toList());
  }

  @Test
  void the_main_flow_ends_closed_and_every_step_is_told_and_in_the_history() {
    department("triage", "{}").statusCode(200).body("state", equalTo("TRIAGED"));
    department("refer", "{\"agencies\": [\"POLICE\", \"TRADE\"]}")
        .statusCode(200)
        .body("state", equalTo("IN_COORDINATION"))
        .body("lead", equalTo("POLICE"))
        .body("agencies", equalTo(List.of("POLICE", "TRADE")));
    department("resolve", RESOLUTION)
        .statusCode(200)
        .body("state", equalTo("RESOLVED"))
        .body("resolution.vnd", equalTo(140000000));
    department("close", "")
        .statusCode(200)
        .header("ETag", "\"5\"")
        .body("state", equalTo("CLOSED"));

    Events.await("phoihop.incident", e -> e.key().equals(id) && e.type().equals("incident.closed"));
    List<Events.Seen> told =
        Events.all("phoihop.incident").stream().filter(e -> e.key().equals(id)).toList();
    assertEquals(
        List.of(
            "incident.received",
            "incident.triaged",
            "incident.referred",
            "incident.resolved",
            "incident.closed"),
        told.stream().map(Events.Seen::type).toList());
    told.forEach(event -> EventContract.assertValid(event.type(), event.data()));
    assertTrue(JsonPath.from(told.get(2).data()).getList("audience").contains("TRADE"));
    as(Tokens.agency("TRADE"))
        .get("/api/v1/incidents/{id}/history", id)
        .then()
        .statusCode(200)
        .body("items.verb", equalTo(List.of("report", "triage", "refer", "resolve", "close")))
        .body("items.sequence", equalTo(List.of(1, 2, 3, 4, 5)))
        .body("items[0].party", equalTo(enterprise.toString()))
        .body("items[4].party", equalTo("DEPARTMENT"));
  }

  @Test
  void referring_again_adds_an_agency_which_reads_it_from_then_on() {
    move(id, "triage", "{}");
    move(id, "refer", "{\"agencies\": [\"POLICE\"]}");
    as(Tokens.agency("CUSTOMS")).get("/api/v1/incidents/{id}", id).then().statusCode(404);

    department("refer", "{\"agencies\": [\"CUSTOMS\", \"POLICE\"], \"lead\": \"CUSTOMS\"}")
        .statusCode(200)
        .body("agencies", equalTo(List.of("POLICE", "CUSTOMS")))
        .body("lead", equalTo("CUSTOMS"));

    as(Tokens.agency("CUSTOMS")).get("/api/v1/incidents/{id}", id).then().statusCode(200);
    as(Tokens.agency("CUSTOMS"))
        .get("/api/v1/incidents/{id}/versions/1", id)
        .then()
        .statusCode(200)
        .body("indicators[0].normalised", equalTo("+84912345678"));
  }

  @Test
  void a_returned_report_is_amended_and_received_again() {
    department("return", "{\"reasons\": [\"INCOMPLETE\"], \"due\": \"2099-01-31\"}")
        .statusCode(200)
        .body("state", equalTo("RETURNED"))
        .body("reasons", equalTo(List.of("INCOMPLETE")))
        .body("due", equalTo("2099-01-31"));

    as(Tokens.enterprise(enterprise))
        .body(Examples.AMENDMENT)
        .post("/api/v1/incidents/{id}/amend", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("RECEIVED"))
        .body("version", equalTo(2))
        .body("severity", equalTo("HIGH"))
        .body("due", nullValue())
        .body("indicators.size()", equalTo(1));

    as(Tokens.agency("POLICE"))
        .get("/api/v1/incidents/{id}/versions", id)
        .then()
        .statusCode(200)
        .body("items.version", equalTo(List.of(1, 2)))
        .body("items[1].reason", equalTo("Bổ sung thiệt hại ước tính"));
    as(Tokens.department())
        .get("/api/v1/incidents/{id}/versions/2", id)
        .then()
        .statusCode(200)
        .body("changes.pointer", hasItem("/estimatedDamageVnd"))
        .body("changes.find { it.pointer == '/stage' }.before", equalTo("EARLY"));
    as(Tokens.department())
        .get("/api/v1/incidents/{id}/versions/1", id)
        .then()
        .statusCode(200)
        .body("report.stage", equalTo("EARLY"))
        .body("indicators.size()", equalTo(3));
  }

  @Test
  void an_amendment_may_bring_in_an_agency_and_takes_none_away() {
    as(Tokens.enterprise(enterprise))
        .body(
            Reports.early()
                .with("violationTypes", "[\"POST_COUNTERFEIT\"]")
                .with("reason", "hàng giả")
                .json())
        .post("/api/v1/incidents/{id}/amend", id)
        .then()
        .statusCode(200)
        .body("agencies", equalTo(List.of("POLICE", "TRADE")));

    as(Tokens.agency("TRADE")).get("/api/v1/incidents/{id}", id).then().statusCode(200);
    as(Tokens.agency("POLICE")).get("/api/v1/incidents/{id}", id).then().statusCode(200);
  }

  @Test
  void an_amendment_says_why_and_does_not_go_back_a_stage() {
    as(Tokens.enterprise(enterprise))
        .body(Api.EARLY_NOTICE)
        .post("/api/v1/incidents/{id}/amend", id)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/reason"));
    as(Tokens.enterprise(enterprise))
        .body(Reports.early().with("stage", "FINAL").with("reason", "xong").json())
        .post("/api/v1/incidents/{id}/amend", id)
        .then()
        .statusCode(200);
    as(Tokens.enterprise(enterprise))
        .body(Reports.early().with("reason", "lùi").json())
        .post("/api/v1/incidents/{id}/amend", id)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("STAGE_BACKWARDS"));
  }

  @Test
  void it_is_withdrawn_before_coordination_and_afterwards_only_when_allowed() {
    move(id, "triage", "{}");
    move(id, "refer", "{\"agencies\": [\"POLICE\"]}");
    withdraw().statusCode(409).body("type", equalTo("urn:phoihop:problem:withdrawal-not-allowed"));
    department("allow-withdrawal", "").statusCode(200).body("withdrawalAllowed", equalTo(true));
    withdraw().statusCode(200).body("state", equalTo("WITHDRAWN"));

    id = Api.report(enterprise);
    withdraw().statusCode(200).body("state", equalTo("WITHDRAWN"));
    as(Tokens.enterprise(enterprise))
        .get("/api/v1/incidents/{id}", id)
        .then()
        .statusCode(200)
        .body("report.summary", equalTo("Nghi SIM box"));
  }

  @Test
  void it_is_dismissed_with_a_coded_reason_and_a_closed_one_is_reopened_with_new_facts() {
    department("dismiss", "{\"reason\": \"FALSE_POSITIVE\", \"note\": \"số của tổng đài\"}")
        .statusCode(200)
        .body("state", equalTo("DISMISSED"))
        .body("reasons", equalTo(List.of("FALSE_POSITIVE")));

    id = Api.report(enterprise);
    move(id, "triage", "{}");
    move(id, "refer", "{\"agencies\": [\"POLICE\"]}");
    move(id, "resolve", "{\"outcome\": \"WARNED\"}");
    move(id, "close", "{}");
    department("reopen", "{\"reason\": \"tình tiết mới\"}")
        .statusCode(200)
        .body("state", equalTo("IN_COORDINATION"))
        .body("resolution.outcome", equalTo("WARNED"));
  }

  @Test
  void what_the_state_forbids_is_a_conflict_that_says_what_it_allows() throws Exception {
    department("close", "{}")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("state", equalTo("RECEIVED"))
        .body("allowed", hasItem("triage"));
    assertEquals(
        List.of("1"), Database.column("SELECT sequence FROM incident WHERE id = ?::uuid", id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refer   | {"agencies": ["NOBODY"]}                              | /agencies/0   | UNKNOWN_CODE
          refer   | {"agencies": ["DEPARTMENT"]}                          | /agencies/0   | UNKNOWN_CODE
          refer   | {"agencies": ["CITY_PC"]}                             | /agencies/0   | UNKNOWN_CODE
          refer   | {"agencies": []}                                      | /agencies     | SIZE
          refer   | {"agencies": ["POLICE"], "lead": "TRADE"}             | /lead         | NOT_REFERRED
          resolve | {"outcome": "PARDONED"}                               | /outcome      | UNKNOWN_CODE
          resolve | {"outcome": "ADMIN_SANCTION", "vnd": 1}               | /decisionNo   | REQUIRED
          resolve | {"outcome": "ADMIN_SANCTION", "decisionNo": "1"}      | /vnd          | REQUIRED
          resolve | {"outcome": "WARNED", "vnd": -1}                      | /vnd          | RANGE
          return  | {"reasons": ["FIGURES_INCONSISTENT"], "due": "2099-01-31"} | /reasons/0 | UNKNOWN_CODE
          return  | {"reasons": ["INCOMPLETE"], "due": "2020-01-31"}      | /due          | PAST
          return  | {"reasons": ["INCOMPLETE"]}                           | /due          | REQUIRED
          dismiss | {"reason": "BORED"}                                   | /reason       | UNKNOWN_CODE
          reopen  | {"reason": " "}                                       | /reason       | REQUIRED
          """)
  void a_wrong_field_of_a_move_is_named_and_nothing_moves(
      String verb, String body, String pointer, String code) throws Exception {
    move(id, "triage", "{}");

    department(verb, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
    assertEquals(
        List.of("2"), Database.column("SELECT sequence FROM incident WHERE id = ?::uuid", id));
  }

  @Test
  void a_stale_tag_is_refused_and_nothing_moves() {
    as(Tokens.department())
        .header("If-Match", "\"7\"")
        .post("/api/v1/incidents/{id}/triage", id)
        .then()
        .statusCode(412);
    as(Tokens.department())
        .header("If-Match", "\"1\"")
        .post("/api/v1/incidents/{id}/triage", id)
        .then()
        .statusCode(200);
    as(Tokens.enterprise(enterprise))
        .header("If-Match", "\"1\"")
        .body(Examples.AMENDMENT)
        .post("/api/v1/incidents/{id}/amend", id)
        .then()
        .statusCode(412);
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    as(Tokens.agency("POLICE"))
        .header("If-None-Match", "\"1\"")
        .get("/api/v1/incidents/{id}", id)
        .then()
        .statusCode(304);
    move(id, "triage", "{}");
    as(Tokens.agency("POLICE"))
        .header("If-None-Match", "\"1\"")
        .get("/api/v1/incidents/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
  }

  @Test
  void of_two_who_triage_at_once_one_is_told_that_it_is_done() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> triage = () -> department("triage", "{}").extract().statusCode();
      Map<Integer, Long> answers =
          both.invokeAll(List.of(triage, triage)).stream()
              .map(
                  answer -> {
                    try {
                      return answer.get();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

      assertEquals(Map.of(200, 1L, 409, 1L), answers);
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void what_is_not_there_is_not_found() {
    id = UUID.randomUUID().toString();
    department("triage", "{}").statusCode(404);
    withdraw().statusCode(404);
    as(Tokens.department()).get("/api/v1/incidents/{id}/versions/1", id).then().statusCode(404);
    as(Tokens.department()).get("/api/v1/incidents/{id}/versions", id).then().statusCode(404);
    as(Tokens.department()).get("/api/v1/incidents/{id}/history", id).then().statusCode(404);
  }

  private ValidatableResponse department(String verb, String body) {
    return as(Tokens.department()).body(body).post("/api/v1/incidents/{id}/" + verb, id).then();
  }

  private ValidatableResponse withdraw() {
    return as(Tokens.enterprise(enterprise)).post("/api/v1/incidents/{id}/withdraw", id).then();
  }
}
