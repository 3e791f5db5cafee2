package vn.phoihop.reporting.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;
import vn.phoihop.reporting.figure.Period;

/** A report between the enterprise and the Department. */
@QuarkusTest
class ReportTest {

  private static final String PERIOD = Period.of(Instant.now()).toString();
  private static final String SIMBOX = "TEL_BYPASS_SIMBOX";

  @Inject AcceptedReports accepted;
  @Inject SystemParty system;

  @Test
  void a_draft_is_prefilled_and_follows_the_records_until_it_is_submitted() {
    UUID enterprise = Api.enterprise();
    Api.incident(enterprise, "[\"TEL_BYPASS_SIMBOX\", \"TEL_FEE_THEFT\"]", "RECEIVED", 100);
    String obligation = Api.awaitObligation(enterprise);
    Response started =
        as(Tokens.enterprise(enterprise)).post("/api/v1/obligations/{id}/reports", obligation);
    String id =
        started
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("state", equalTo("DRAFT"))
            .body("version", equalTo(1))
            .body("period", equalTo(PERIOD))
            .body("figures.violationType", contains(SIMBOX, "TEL_FEE_THEFT"))
            .body("figures.reported", contains(1, 1))
            .body("totals.reported", equalTo(1))
            .body("totals.damageVnd", equalTo(100))
            .body("variance", nullValue())
            .body("checks.rule", hasItem("SECTION_MISSING"))
            .extract()
            .path("id");
    assertTrue(started.header("Location").endsWith("/api/v1/reports/" + id));

    Api.incident(enterprise, "[\"TEL_FEE_THEFT\"]", "RESOLVED", 7);

    get(Tokens.enterprise(enterprise), id)
        .body("figures.reported", contains(1, 2))
        .body("totals.handled", equalTo(1));
    move(Tokens.enterprise(enterprise), id, "submit")
        .body("state", equalTo("SUBMITTED"))
        .body("totals.reported", equalTo(2))
        .body("variance.figures", empty());

    Api.incident(enterprise, "[\"TEL_FEE_THEFT\"]", "RECEIVED", 1);

    for (String token : List.of(Tokens.enterprise(enterprise), Tokens.department())) {
      get(token, id)
          .body("totals.reported", equalTo(2))
          .body("variance.totals.reported", equalTo(1))
          .body("variance.figures.violationType", contains("TEL_FEE_THEFT"))
          .body("variance.figures[0].reported", equalTo(1));
    }
    as(Tokens.enterprise(enterprise))
        .get("/api/v1/obligations/{id}", obligation)
        .then()
        .body("state", equalTo("SUBMITTED"))
        .body("late", equalTo(false))
        .body("reportId", equalTo(id));
  }

  @Test
  void the_department_sees_nothing_of_it_before_it_is_submitted() {
    UUID enterprise = Api.enterprise();
    String id = Api.start(enterprise);

    as(Tokens.department()).get("/api/v1/reports/{id}", id).then().statusCode(404);
    as(Tokens.department())
        .get("/api/v1/reports?enterpriseId=" + enterprise)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    as(Tokens.department())
        .get("/api/v1/obligations?enterpriseId=" + enterprise)
        .then()
        .body("items[0].reportId", nullValue());
    as(Tokens.department())
        .body("{}")
        .post("/api/v1/reports/{id}/accept", id)
        .then()
        .statusCode(404);

    move(Tokens.enterprise(enterprise), id, "submit");

    get(Tokens.department(), id).body("state", equalTo("SUBMITTED"));
    as(Tokens.department())
        .get("/api/v1/reports?enterpriseId=" + enterprise + "&state=SUBMITTED&period=" + PERIOD)
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("items[0].enterpriseName", notNullValue());
  }

  @Test
  void it_is_returned_edited_submitted_again_accepted_and_every_version_stays() throws Exception {
    UUID enterprise = Api.enterprise();
    Api.incident(enterprise, "[\"TEL_BYPASS_SIMBOX\"]", "RECEIVED", 100);
    String own = Tokens.enterprise(enterprise);
    String id = Api.submit(enterprise);

    as(Tokens.department())
        .body(Examples.RETURN)
        .post("/api/v1/reports/{id}/return", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("RETURNED"))
        .body("reasons", contains("FIGURES_INCONSISTENT"));
    assertEquals(List.of("OPEN"), obligationState(enterprise));

    long sequence =
        get(own, id).body("shownVersion", equalTo(2)).extract().jsonPath().getLong("sequence");
    edit(own, id, sequence, Examples.EDIT)
        .then()
        .statusCode(200)
        .body("state", equalTo("RETURNED"))
        .body("sections.SITUATION", notNullValue())
        .body("figures[0].detected", equalTo(5))
        .body("recorded.figures[0].detected", equalTo(1))
        .body("totals.detected", equalTo(5))
        .body("checks.rule", not(hasItem("SECTION_MISSING")));
    // The Department is shown what was submitted, not what is being written.
    get(Tokens.department(), id)
        .body("shownVersion", equalTo(1))
        .body("sections", equalTo(java.util.Map.of()))
        .body("figures[0].detected", equalTo(1));

    move(own, id, "submit").body("version", equalTo(2)).body("reasons", empty());
    move(Tokens.department(), id, "accept")
        .body("state", equalTo("ACCEPTED"))
        .body("acceptedVersion", equalTo(2))
        .body("acceptedAt", notNullValue());
    assertEquals(List.of("FULFILLED"), obligationState(enterprise));

    for (String token : List.of(own, Tokens.department())) {
      as(token)
          .get("/api/v1/reports/{id}/versions", id)
          .then()
          .statusCode(200)
          .body("items.version", contains(1, 2))
          .body("items.review.verdict", contains("RETURNED", "ACCEPTED"))
          .body("items[0].review.reasons", contains("FIGURES_INCONSISTENT"))
          .body("items[0].review.note", notNullValue());
      as(token)
          .get("/api/v1/reports/{id}/versions/1", id)
          .then()
          .statusCode(200)
          .body("figures[0].detected", equalTo(1))
          .body("changes", empty())
          .body("review.verdict", equalTo("RETURNED"));
      as(token)
          .get("/api/v1/reports/{id}/versions/2", id)
          .then()
          .statusCode(200)
          .body(
              "changes.pointer",
              hasItems(
                  "/figures/TEL_BYPASS_SIMBOX/detected", "/totals/detected", "/sections/SITUATION"))
          .body("changes.find { it.pointer == '/totals/detected' }.before", equalTo(1))
          .body("changes.find { it.pointer == '/totals/detected' }.after", equalTo(5));
      as(token).get("/api/v1/reports/{id}/versions/3", id).then().statusCode(404);
      as(token)
          .get("/api/v1/reports/{id}/history", id)
          .then()
          .statusCode(200)
          .body("items.verb", contains("start", "submit", "return", "submit", "accept"));
    }
    for (String type : List.of("report.submitted", "report.returned", "report.accepted")) {
      EventContract.assertValid(
          type,
          Events.await(
                  "phoihop.reporting", seen -> seen.key().equals(id) && seen.type().equals(type))
              .data());
    }
    assertTrue(refusedByTheDatabase("UPDATE report_version SET nil = true", enterprise));
    assertTrue(refusedByTheDatabase("DELETE FROM report_version", enterprise));
    assertTrue(refusedByTheDatabase("UPDATE report_review SET note = ''", enterprise));
  }

  @Test
  void an_accepted_report_is_corrected_with_the_departments_consent_and_counts_meanwhile() {
    UUID enterprise = Api.enterprise();
    String own = Tokens.enterprise(enterprise);
    String id = Api.submit(enterprise);
    move(Tokens.department(), id, "accept");
    String why = "{\"reason\": \"Sai số liệu thiệt hại\"}";

    as(own)
        .body(why)
        .post("/api/v1/reports/{id}/correct", id)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:correction-not-allowed"));
    move(Tokens.department(), id, "allow-correction").body("correctionAllowed", equalTo(true));
    as(own)
        .body(why)
        .post("/api/v1/reports/{id}/correct", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("DRAFT"))
        .body("version", equalTo(2))
        .body("acceptedVersion", equalTo(1))
        .body("correctionAllowed", equalTo(false));
    assertEquals(List.of("REOPENED"), obligationState(enterprise));
    assertEquals(List.of(1), counting(enterprise));
    get(Tokens.department(), id).body("shownVersion", equalTo(1));

    move(own, id, "submit").body("version", equalTo(2));
    as(Tokens.department())
        .body("{\"reasons\": [\"INCOMPLETE\"]}")
        .post("/api/v1/reports/{id}/return", id)
        .then()
        .statusCode(200);
    assertEquals(List.of("REOPENED"), obligationState(enterprise));
    assertEquals(List.of(1), counting(enterprise));

    move(own, id, "submit").body("version", equalTo(3));
    move(Tokens.department(), id, "accept").body("acceptedVersion", equalTo(3));
    assertEquals(List.of("FULFILLED"), obligationState(enterprise));
    assertEquals(List.of(3), counting(enterprise));
  }

  @Test
  void who_owes_a_report_and_has_none_accepted_is_named_with_the_reason() {
    UUID missing = Api.enterprise();
    UUID drafted = Api.enterprise();
    UUID submitted = Api.enterprise();
    UUID counted = Api.enterprise();
    UUID exempted = Api.enterprise();
    Api.start(drafted);
    Api.submit(submitted);
    move(Tokens.department(), Api.submit(counted), "accept");
    as(Tokens.department())
        .body("{\"reason\": \"Tạm ngừng\"}")
        .post("/api/v1/obligations/{id}/exempt", Api.awaitObligation(exempted))
        .then()
        .statusCode(200);

    List<OwedReport> owed = asSystem(() -> accepted.owed(PERIOD));

    assertEquals(List.of(OwedReport.Why.MISSING), why(owed, missing));
    assertEquals(List.of(OwedReport.Why.MISSING), why(owed, drafted));
    assertEquals(List.of(OwedReport.Why.NOT_ACCEPTED), why(owed, submitted));
    assertEquals(List.of(), why(owed, counted));
    assertEquals(List.of(), why(owed, exempted));
    assertEquals(List.of(1), counting(counted));
    assertEquals(List.of(), counting(submitted));
  }

  @Test
  void that_nothing_happened_is_declared_in_one_call_and_goes_the_same_way() {
    UUID enterprise = Api.enterprise();
    String own = Tokens.enterprise(enterprise);
    String id =
        as(own)
            .post("/api/v1/obligations/{id}/nil-return", Api.awaitObligation(enterprise))
            .then()
            .statusCode(201)
            .header("ETag", "\"2\"")
            .body("state", equalTo("SUBMITTED"))
            .body("nil", equalTo(true))
            .body("figures", empty())
            .extract()
            .path("id");
    as(own)
        .get("/api/v1/reports/{id}/history", id)
        .then()
        .body("items.verb", contains("start", "submit"));
    move(Tokens.department(), id, "accept").body("nil", equalTo(true));
    assertEquals(List.of("FULFILLED"), obligationState(enterprise));

    Events.Seen told =
        Events.await(
            "phoihop.reporting",
            seen -> seen.key().equals(id) && seen.type().equals("report.submitted"));
    assertTrue(told.data().contains("\"nil\":true"));
  }

  @Test
  void what_contradicts_itself_is_not_submitted() throws Exception {
    UUID enterprise = Api.enterprise();
    Api.incident(enterprise, "[\"TEL_BYPASS_SIMBOX\"]", "RECEIVED", 100);
    String own = Tokens.enterprise(enterprise);
    String obligation = Api.awaitObligation(enterprise);
    as(own)
        .post("/api/v1/obligations/{id}/nil-return", obligation)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:checks-failed"))
        .body("errors.code", contains("NIL_WITH_FIGURES"))
        .body("errors[0].pointer", equalTo("/nil"));
    assertEquals(
        0, Database.count("SELECT count(*) FROM report WHERE enterprise_id = ?", enterprise));

    String id = Api.start(enterprise);
    edit(
            own,
            id,
            1,
            """
            {"nil": true, "corrections": [
              {"violationType": "TEL_BYPASS_SIMBOX", "figure": "handled", "value": 2},
              {"figure": "answered", "value": 1, "reason": "trả lời bằng văn bản"}]}""")
        .then()
        .statusCode(200);

    as(own)
        .body("{}")
        .post("/api/v1/reports/{id}/submit", id)
        .then()
        .statusCode(409)
        .body(
            "errors.code",
            hasItems(
                "NIL_WITH_FIGURES",
                "CORRECTION_WITHOUT_REASON",
                "HANDLED_OVER_REPORTED",
                "ANSWERS_UNLIKE_REQUESTS"))
        .body("errors.message", everyItem(not(org.hamcrest.Matchers.startsWith("error."))));
    get(own, id).body("state", equalTo("DRAFT")).body("sequence", equalTo(2));
    assertEquals(List.of("OPEN"), obligationState(enterprise));
  }

  @Test
  void one_that_comes_after_its_time_is_late_and_stays_late() throws Exception {
    UUID enterprise = Api.enterprise();
    String obligation = Api.awaitObligation(enterprise);
    Api.execute(
        "UPDATE obligation SET due_at = now() - interval '1 day' WHERE id = '" + obligation + "'");

    String id = Api.submit(enterprise);

    get(Tokens.department(), id).body("late", equalTo(true));
    move(Tokens.department(), id, "accept").body("late", equalTo(true));
    as(Tokens.department())
        .get("/api/v1/obligations/{id}", obligation)
        .then()
        .body("late", equalTo(true))
        .body("state", equalTo("FULFILLED"))
        .body("firstSubmittedAt", notNullValue());
  }

  private List<Integer> counting(UUID enterprise) {
    return asSystem(() -> accepted.of(PERIOD)).stream()
        .filter(report -> report.enterpriseId().equals(enterprise))
        .map(AcceptedReport::version)
        .toList();
  }

  private <T> T asSystem(java.util.function.Supplier<T> work) {
    return system.call(() -> QuarkusTransaction.requiringNew().call(work::get));
  }

  private static List<OwedReport.Why> why(List<OwedReport> owed, UUID enterprise) {
    return owed.stream()
        .filter(report -> report.enterpriseId().equals(enterprise))
        .map(OwedReport::why)
        .toList();
  }

  private static List<String> obligationState(UUID enterprise) {
    return as(Tokens.enterprise(enterprise))
        .get("/api/v1/obligations")
        .then()
        .statusCode(200)
        .extract()
        .path("items.state");
  }

  private static io.restassured.response.ValidatableResponse get(String token, String id) {
    return as(token).get("/api/v1/reports/{id}", id).then().statusCode(200);
  }

  private static io.restassured.response.ValidatableResponse move(
      String token, String id, String verb) {
    return as(token).body("{}").post("/api/v1/reports/{id}/" + verb, id).then().statusCode(200);
  }

  private static Response edit(String token, String id, long sequence, String body) {
    return as(token)
        .header("If-Match", "\"" + sequence + "\"")
        .body(body)
        .patch("/api/v1/reports/{id}", id);
  }

  private static boolean refusedByTheDatabase(String sql, UUID party) {
    try {
      Database.as(party.toString(), connection -> connection.createStatement().execute(sql));
      return false;
    } catch (java.sql.SQLException e) {
      return e.getMessage().contains("permission denied");
    }
  }
}
