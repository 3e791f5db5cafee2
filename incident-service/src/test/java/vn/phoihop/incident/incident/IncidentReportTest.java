package vn.phoihop.incident.incident;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.report.Reports;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class IncidentReportTest {

  private final UUID enterprise = UUID.randomUUID();

  @BeforeEach
  void ready() {
    Api.awaitReady();
  }

  @Test
  void an_early_notice_is_received_with_its_number_and_its_indicators_normalised() {
    String id =
        as(Tokens.enterprise(enterprise))
            .body(Api.EARLY_NOTICE)
            .post("/api/v1/incidents")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("receiptNumber", matchesPattern("TB-20\\d\\d-\\d{6}"))
            .body("state", equalTo("RECEIVED"))
            .body("version", equalTo(1))
            .body("enterpriseId", equalTo(enterprise.toString()))
            .body("severity", equalTo("LOW"))
            .body("agencies", equalTo(List.of("POLICE")))
            .body("indicators[0].normalised", equalTo("+84912345678"))
            .body("indicators[0].flags", is(empty()))
            .body("indicators[1].flags", equalTo(List.of("CHECK_DIGIT")))
            .body("report.tlp", equalTo("AMBER"))
            .extract()
            .path("id");

    Events.Seen event = Events.await("phoihop.incident", seen -> seen.key().equals(id));
    EventContract.assertValid("incident.received", event.data());
    assertEquals(
        Set.of("DEPARTMENT", "POLICE", enterprise.toString()),
        Set.copyOf(JsonPath.from(event.data()).getList("audience")));
    assertTrue(!event.data().contains("912345678") && !event.data().contains("SIM box"));
  }

  @Test
  void location_leads_to_it() {
    String location =
        as(Tokens.enterprise(enterprise))
            .body(Api.EARLY_NOTICE)
            .post("/api/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");

    as(Tokens.enterprise(enterprise))
        .get(location)
        .then()
        .statusCode(200)
        .body("id", is(location.substring(location.lastIndexOf('/') + 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {Examples.EARLY_NOTICE, Examples.DETAIL})
  void the_examples_of_the_document_are_taken_as_they_are(String example) {
    String id = Api.report(enterprise, example);
    as(Tokens.department())
        .get("/api/v1/incidents/{id}", id)
        .then()
        .statusCode(200)
        .body("report.summary", is(JsonPath.from(example).getString("summary")));
  }

  @Test
  void it_is_read_by_its_enterprise_the_department_and_whom_it_is_routed_to_and_nobody_else() {
    String id =
        Api.report(
            enterprise, Reports.early().with("violationTypes", "[\"POST_CONTRABAND\"]").json());

    for (String reader :
        List.of(
            Tokens.enterprise(enterprise),
            Tokens.department(),
            Tokens.agency("CUSTOMS"),
            Tokens.agency("POLICE"))) {
      as(reader).get("/api/v1/incidents/{id}", id).then().statusCode(200);
    }
    for (String stranger : List.of(Tokens.enterprise(UUID.randomUUID()), Tokens.agency("TRADE"))) {
      as(stranger).get("/api/v1/incidents/{id}", id).then().statusCode(404);
    }
  }

  @Test
  void a_liaison_reports_only_with_the_scope_for_incidents() {
    UUID person = UUID.randomUUID();
    as(Tokens.liaison(enterprise, person, List.of("REPORT")))
        .body(Api.EARLY_NOTICE)
        .post("/api/v1/incidents")
        .then()
        .statusCode(403);
    as(Tokens.liaison(enterprise, person, List.of("INCIDENT")))
        .body(Api.EARLY_NOTICE)
        .post("/api/v1/incidents")
        .then()
        .statusCode(201);
  }

  @Test
  void every_row_is_there_and_the_history_names_the_person() throws Exception {
    UUID person = UUID.randomUUID();
    String id =
        as(Tokens.liaison(enterprise, person, List.of("INCIDENT")))
            .body(Api.EARLY_NOTICE)
            .post("/api/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    assertEquals(
        List.of("report RECEIVED 1 " + person),
        Database.column(
            "SELECT concat_ws(' ', verb, state, version, person) FROM incident_history WHERE incident_id = ?::uuid",
            id));
    assertEquals(
        new TreeSet<>(Set.of("DEPARTMENT", "POLICE", enterprise.toString())),
        new TreeSet<>(
            Database.column("SELECT party FROM incident_reader WHERE aggregate_id = ?::uuid", id)));
    assertEquals(
        List.of("incident.received"),
        Database.column("SELECT action FROM audit WHERE object_id = ?::uuid", id));
    assertEquals(
        3,
        Database.count("SELECT count(*) FROM incident_indicator WHERE incident_id = ?::uuid", id));
  }

  @Test
  void a_key_gets_one_incident_and_the_same_answer_again() throws Exception {
    String key = UUID.randomUUID().toString();
    String first = report(Tokens.enterprise(enterprise), key, Api.EARLY_NOTICE, 201).asString();
    String again = report(Tokens.enterprise(enterprise), key, Api.EARLY_NOTICE, 201).asString();

    assertEquals(JsonPath.from(first).getString("id"), JsonPath.from(again).getString("id"));
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM incident WHERE enterprise_id = ?::uuid", enterprise.toString()));
  }

  @Test
  void a_key_reused_with_another_body_is_refused_and_of_another_party_is_its_own()
      throws Exception {
    String key = UUID.randomUUID().toString();
    String first = report(Tokens.enterprise(enterprise), key, Api.EARLY_NOTICE, 201).path("id");

    report(Tokens.enterprise(enterprise), key, Reports.early().with("summary", "khác").json(), 422);
    String others =
        report(Tokens.enterprise(UUID.randomUUID()), key, Api.EARLY_NOTICE, 201).path("id");

    assertNotEquals(first, others);
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM incident WHERE enterprise_id = ?::uuid", enterprise.toString()));
  }

  @Test
  void a_key_is_required() {
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(Tokens.enterprise(enterprise))
        .contentType("application/json")
        .body(Api.EARLY_NOTICE)
        .post("/api/v1/incidents")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem("header:Idempotency-Key"))
        .body("type", endsWith(":invalid"));
  }

  private static io.restassured.response.Response report(
      String token, String key, String body, int status) {
    return as(token)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/incidents")
        .then()
        .statusCode(status)
        .extract()
        .response();
  }
}
