package vn.phoihop.liaison.enterprise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.liaison.Given.department;
import static vn.phoihop.liaison.Given.enterprise;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phoihop.liaison.Given;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class EnterpriseResourceTest {

  @Test
  void an_enterprise_is_registered_activated_and_told_of() throws Exception {
    String taxCode = Given.taxCode();
    String id =
        department()
            .body(Given.registration(taxCode))
            .post("/api/v1/enterprises")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("state", equalTo("VERIFIED"))
            .body("taxCode", equalTo(taxCode))
            .body("enrolment", nullValue())
            .extract()
            .path("id");
    department()
        .post("/api/v1/enterprises/{id}/activate", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("state", equalTo("ACTIVE"))
        .body("enrolment.code", matchesPattern("([A-Z2-7]{4}-){7}[A-Z2-7]{4}"))
        .body("enrolment.expiresAt", not(nullValue()));

    for (String fact : List.of("enterprise.registered", "enterprise.activated")) {
      Events.Seen event =
          Events.await("phoihop.liaison", e -> e.key().equals(id) && e.type().equals(fact));
      EventContract.assertValid(fact, event.data());
      assertTrue(!event.data().contains("Lãnh") && !event.data().contains("@"), event.data());
    }
    String leader =
        Database.column("SELECT leader_id FROM enterprise WHERE id = ?::uuid", id).get(0);
    Events.Seen contact = Events.await("phoihop.liaison.contacts", e -> e.key().equals(leader));
    EventContract.assertValid("contact.changed", contact.data());
    assertTrue(contact.data().contains("\"role\":\"LEADER\""), contact.data());
  }

  @Test
  void location_leads_to_the_enterprise() {
    String location =
        department()
            .body(Given.registration(Given.taxCode()))
            .post("/api/v1/enterprises")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    department().get(location).then().statusCode(200).body("state", equalTo("VERIFIED"));
  }

  @Test
  void a_tax_code_is_registered_once() {
    String body = Given.registration(Given.taxCode());
    department().body(body).post("/api/v1/enterprises").then().statusCode(201);
    department()
        .body(body)
        .post("/api/v1/enterprises")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:duplicate"))
        .body("errors.pointer", contains("/taxCode"));
  }

  static Stream<Arguments> badRegistrations() {
    String good = Given.registration("9900123459");
    return Stream.of(
        Arguments.of(
            good.replace("9900123459\", \"name", "9900123458\", \"name"),
            "/taxCode",
            "VALID_TAX_CODE"),
        Arguments.of(
            good.replace("TELECOM_MOBILE", "TELECOM_TELEPATHY"), "/sectors/0", "UNKNOWN_CODE"),
        Arguments.of(good.replace("[\"TELECOM_MOBILE\"]", "[]"), "/sectors", "REQUIRED"),
        Arguments.of(good.replace("Công ty Thử nghiệm", " "), "/name", "REQUIRED"),
        Arguments.of(good.replace("Công ty Thử nghiệm", "a\\u0000b"), "/name", "CONTROL_CHARACTER"),
        Arguments.of(good.replace("Công ty Thử nghiệm", "a\\ud800b"), "/name", "LONE_SURROGATE"),
        Arguments.of(good.replace("\"title\"", "\"titel\""), "/leader/titel", "UNKNOWN_FIELD"),
        Arguments.of(good.replace("@example.vn", ""), "/leader/email", "FORMAT"),
        Arguments.of(good.replace("Công ty Thử nghiệm", "x".repeat(301)), "/name", "SIZE"));
  }

  @ParameterizedTest
  @MethodSource("badRegistrations")
  void bad_input_is_named_and_changes_nothing(String body, String pointer, String code)
      throws Exception {
    long before = Database.count("SELECT count(*) FROM enterprise");
    department()
        .body(body)
        .post("/api/v1/enterprises")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer))
        .body("errors.code", hasItem(code));
    assertEquals(before, Database.count("SELECT count(*) FROM enterprise"));
  }

  @Test
  void a_refusal_speaks_vietnamese_or_english() {
    String body = Given.registration("9900123458");
    department()
        .header("Accept-Language", "vi")
        .body(body)
        .post("/api/v1/enterprises")
        .then()
        .body(
            "errors[0].message",
            equalTo("Mã số thuế gồm mười chữ số, hoặc 10-3; chữ số thứ mười là số kiểm tra."));
    department()
        .header("Accept-Language", "en")
        .body(body)
        .post("/api/v1/enterprises")
        .then()
        .body(
            "errors[0].message",
            equalTo("A tax code has ten digits, or 10-3; its tenth is a check digit."));
  }

  @Test
  void five_megabytes_are_too_large() {
    department()
        .body(Given.registration(Given.taxCode()).replace("Thử nghiệm", "x".repeat(5_000_000)))
        .post("/api/v1/enterprises")
        .then()
        .statusCode(413);
  }

  @Test
  void a_repeated_registration_is_answered_alike_and_another_body_is_refused() throws Exception {
    String key = UUID.randomUUID().toString();
    String taxCode = Given.taxCode();
    String first =
        department()
            .header("Idempotency-Key", key)
            .body(Given.registration(taxCode))
            .post("/api/v1/enterprises")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    department()
        .header("Idempotency-Key", key)
        .body(Given.registration(taxCode))
        .post("/api/v1/enterprises")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    department()
        .header("Idempotency-Key", key)
        .body(Given.registration(Given.taxCode()))
        .post("/api/v1/enterprises")
        .then()
        .statusCode(422);
    assertEquals(1, Database.count("SELECT count(*) FROM enterprise WHERE tax_code = ?", taxCode));
  }

  @Test
  void a_repeated_activation_does_not_show_the_code_again_and_it_is_stored_nowhere()
      throws Exception {
    UUID id = Given.verifiedEnterprise();
    String key = UUID.randomUUID().toString();
    String code =
        department()
            .header("Idempotency-Key", key)
            .post("/api/v1/enterprises/{id}/activate", id)
            .then()
            .statusCode(200)
            .extract()
            .path("enrolment.code");
    department()
        .header("Idempotency-Key", key)
        .post("/api/v1/enterprises/{id}/activate", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("enrolment", nullValue());
    String needle = "%" + code.substring(0, 9) + "%";
    assertEquals(
        0,
        Database.count(
            """
            SELECT (SELECT count(*) FROM idempotency WHERE convert_from(body, 'UTF8') LIKE ?)
              + (SELECT count(*) FROM outbox WHERE payload::text LIKE ?)
              + (SELECT count(*) FROM task WHERE encode(sealed, 'escape') LIKE ?)""",
            needle,
            needle,
            needle));
  }

  @Test
  void only_a_verified_enterprise_is_activated() {
    UUID id = Given.activeEnterprise();
    department()
        .post("/api/v1/enterprises/{id}/activate", id)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:forbidden-transition"))
        .body("state", equalTo("ACTIVE"))
        .body("allowed", containsInAnyOrder("close", "suspend"));
  }

  @Test
  void a_stale_if_match_is_refused() {
    UUID id = Given.verifiedEnterprise();
    department()
        .header("If-Match", "\"7\"")
        .post("/api/v1/enterprises/{id}/activate", id)
        .then()
        .statusCode(412);
    department()
        .header("If-Match", "\"1\"")
        .post("/api/v1/enterprises/{id}/activate", id)
        .then()
        .statusCode(200);
  }

  @Test
  void an_enterprise_sees_itself_and_no_other() {
    UUID mine = Given.activeEnterprise();
    UUID other = Given.activeEnterprise();
    enterprise(mine).get("/api/v1/enterprises/{id}", mine).then().statusCode(200);
    enterprise(mine).get("/api/v1/enterprises/{id}", other).then().statusCode(404);
    enterprise(mine)
        .get("/api/v1/enterprises")
        .then()
        .statusCode(200)
        .body("items.id", contains(mine.toString()));
    department()
        .get("/api/v1/enterprises?limit=2")
        .then()
        .statusCode(200)
        .body("items.id", contains(other.toString(), mine.toString()));
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, Given.verifiedEnterprise().toString());
    }
    List<String> read = new ArrayList<>();
    String cursor = null;
    do {
      Map<String, Object> page =
          department()
              .queryParams(
                  cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor))
              .get("/api/v1/enterprises")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath()
              .getMap("$");
      ((List<?>) page.get("items"))
          .forEach(item -> read.add(((Map<?, ?>) item).get("id").toString()));
      cursor = (String) page.get("next");
    } while (cursor != null && read.size() < 5);
    assertEquals(made, read.subList(0, 5));
    assertEquals(read.size(), read.stream().distinct().count());
  }

  @Test
  void a_cursor_is_its_callers_own() {
    UUID id = Given.activeEnterprise();
    Given.activeEnterprise();
    String cursor = department().get("/api/v1/enterprises?limit=1").then().extract().path("next");
    enterprise(id)
        .queryParam("cursor", cursor)
        .get("/api/v1/enterprises")
        .then()
        .statusCode(400)
        .body("errors.code", contains("CURSOR"));
  }

  @Test
  void the_department_finds_an_enterprise_by_its_tax_code() {
    String taxCode = Given.taxCode();
    department().body(Given.registration(taxCode)).post("/api/v1/enterprises");
    department()
        .queryParam("taxCode", taxCode)
        .get("/api/v1/enterprises")
        .then()
        .body("items.taxCode", contains(taxCode));
  }

  @Test
  void reading_a_leaders_contact_is_recorded() throws Exception {
    UUID id = Given.verifiedEnterprise();
    department()
        .get("/api/v1/enterprises/{id}", id)
        .then()
        .body("leader.email", endsWith("@example.vn"));
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM audit WHERE object_id = ? AND action = 'enterprise.read' AND party = 'DEPARTMENT'",
            id));
  }

  @Test
  void agencies_do_not_register() {
    Given.as(Tokens.agency("POLICE"))
        .body(Given.registration(Given.taxCode()))
        .post("/api/v1/enterprises")
        .then()
        .statusCode(403);
  }
}
