package vn.phoihop.liaison.designation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.liaison.Given.department;
import static vn.phoihop.liaison.Given.enterprise;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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
class DesignationResourceTest {

  private UUID enterprise;

  @BeforeEach
  void an_active_enterprise() {
    enterprise = Given.activeEnterprise();
  }

  @Test
  void a_liaison_is_drafted_submitted_approved_and_told_of() throws Exception {
    String id = Given.draft(enterprise, Given.designation("PRIMARY"));
    Given.document(Tokens.enterprise(enterprise), id, Given.PDF)
        .statusCode(200)
        .header("ETag", "\"2\"");
    enterprise(enterprise)
        .post("/api/v1/designations/{id}/submit", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("UNDER_REVIEW"));
    department()
        .post("/api/v1/designations/{id}/approve", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"4\"")
        .body("state", equalTo("ACTIVE"));

    for (String fact : List.of("designation.submitted", "designation.approved")) {
      assertFits(fact, id);
    }
    Events.Seen contact = Events.await("phoihop.liaison.contacts", e -> e.key().equals(id));
    EventContract.assertValid("contact.changed", contact.data());

    department()
        .get("/api/v1/designations/{id}", id)
        .then()
        .statusCode(200)
        .body("history.verb", contains("draft", "document", "submit", "approve"))
        .body("history.state", contains("DRAFT", "DRAFT", "UNDER_REVIEW", "ACTIVE"))
        .body("history[3].by", equalTo("DEPARTMENT"));
  }

  static Stream<Arguments> badDrafts() {
    String good = Given.designation("PRIMARY", "a@example.vn");
    String tomorrow = LocalDate.now().plusDays(2).toString();
    return Stream.of(
        Arguments.of(
            good.replaceAll("\"validTo\": \"[^\"]+\"", "\"validTo\": \"2020-01-01\""),
            "/validTo",
            "DATE_PAST"),
        Arguments.of(
            good.replace("\"date\": \"2007-07-20\"", "\"date\": \"" + tomorrow + "\""),
            "/document/date",
            "DATE_IN_FUTURE"),
        Arguments.of(good.replace("TELECOM_MOBILE", "TELEPATHY"), "/sectors/0", "UNKNOWN_CODE"),
        Arguments.of(good.replace("\"REPORT\"", "\"INCIDENT\""), "/scope", "DUPLICATE_ITEM"),
        Arguments.of(good.replace("\"REPORT\"", "\"EVERYTHING\""), "/scope/1", "FORMAT"),
        Arguments.of(good.replace("\"PRIMARY\"", "\"BOSS\""), "/role", "FORMAT"),
        Arguments.of(
            good.replace("2007-07-20\", \"signer", "20/07/2007\", \"signer"),
            "/document/date",
            "FORMAT"),
        Arguments.of(good.replace("0912 345 678", "call me"), "/person/phone", "FORMAT"),
        Arguments.of(good.replace("\"role\": \"PRIMARY\",", ""), "/role", "REQUIRED"),
        Arguments.of(
            good.replace("Trần Văn Mối", "Tr\\udc00n"), "/person/fullName", "LONE_SURROGATE"),
        Arguments.of(
            good.replace("\"role\"", "\"state\": \"ACTIVE\", \"role\""),
            "/state",
            "UNKNOWN_FIELD"));
  }

  @ParameterizedTest
  @MethodSource("badDrafts")
  void bad_input_is_named_and_changes_nothing(String body, String pointer, String code)
      throws Exception {
    enterprise(enterprise)
        .body(body)
        .post("/api/v1/enterprises/{id}/designations", enterprise)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer))
        .body("errors.code", hasItem(code));
    assertEquals(
        0, Database.count("SELECT count(*) FROM designation WHERE enterprise_id = ?", enterprise));
  }

  @Test
  void nothing_is_submitted_without_the_signed_document() {
    String id = Given.draft(enterprise, Given.designation("PRIMARY"));
    enterprise(enterprise)
        .post("/api/v1/designations/{id}/submit", id)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:document-missing"))
        .body("errors.pointer", contains("/document"));
  }

  @Test
  void who_drafts_does_not_submit() {
    UUID one = UUID.randomUUID();
    String drafter = Tokens.liaison(enterprise, one, List.of());
    String other = Tokens.liaison(enterprise, UUID.randomUUID(), List.of());
    String id =
        Given.as(drafter)
            .body(Given.designation("DEPUTY"))
            .post("/api/v1/enterprises/{id}/designations", enterprise)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Given.document(drafter, id, Given.PDF).statusCode(200);
    Given.as(drafter)
        .post("/api/v1/designations/{id}/submit", id)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:phoihop:problem:second-person-needed"));
    Given.as(other).post("/api/v1/designations/{id}/submit", id).then().statusCode(200);
  }

  @Test
  void a_returned_one_is_mended_and_submitted_again() throws Exception {
    String id = Given.underReview(enterprise, "PRIMARY");
    department()
        .body("{\"reasons\": [\"DOCUMENT_MISMATCH\"], \"note\": \"Chức vụ khác văn bản.\"}")
        .post("/api/v1/designations/{id}/return", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("RETURNED"))
        .body("reasons", contains("DOCUMENT_MISMATCH"));
    Events.Seen returned = assertFits("designation.returned", id);
    assertFalse(returned.data().contains("Chức vụ"), "free text leaves in no event");
    enterprise(enterprise)
        .header("If-Match", "\"4\"")
        .body(Given.designation("PRIMARY").replace("Trưởng phòng", "Phó phòng"))
        .put("/api/v1/designations/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"5\"")
        .body("person.position", equalTo("Phó phòng"))
        .body("state", equalTo("RETURNED"));
    enterprise(enterprise)
        .post("/api/v1/designations/{id}/submit", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("UNDER_REVIEW"));
  }

  @Test
  void reasons_come_from_the_list() {
    String id = Given.underReview(enterprise, "PRIMARY");
    department()
        .body("{\"reasons\": [\"I_DO_NOT_LIKE_IT\"]}")
        .post("/api/v1/designations/{id}/return", id)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/reasons/0"));
    department()
        .body("{}")
        .post("/api/v1/designations/{id}/reject", id)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/reasons"));
  }

  @Test
  void a_successor_takes_the_primarys_place_in_one_step() throws Exception {
    String first = Given.active(enterprise, "PRIMARY");
    String deputy = Given.active(enterprise, "DEPUTY");
    String second = Given.active(enterprise, "PRIMARY");
    department()
        .get("/api/v1/designations/{id}", second)
        .then()
        .body("supersedesId", equalTo(first));
    department()
        .get("/api/v1/enterprises/{id}/designations", enterprise)
        .then()
        .statusCode(200)
        .body("items.id", contains(second, deputy, first))
        .body("items.state", contains("ACTIVE", "ACTIVE", "SUPERSEDED"));
    assertFits("designation.superseded", first);
    Events.Seen gone =
        Events.await(
            "phoihop.liaison.contacts",
            e -> e.key().equals(first) && e.data().contains("\"active\":false"));
    EventContract.assertValid("contact.changed", gone.data());
  }

  @Test
  void two_primaries_approved_at_once_leave_one_active() throws Exception {
    Given.active(enterprise, "PRIMARY");
    List<String> ids =
        List.of(Given.underReview(enterprise, "PRIMARY"), Given.underReview(enterprise, "PRIMARY"));
    List<Integer> statuses =
        ids.parallelStream()
            .map(
                id ->
                    department()
                        .post("/api/v1/designations/{id}/approve", id)
                        .then()
                        .extract()
                        .statusCode())
            .sorted()
            .toList();
    assertEquals(200, statuses.get(0));
    assertTrue(Set.of(200, 409).contains(statuses.get(1)), statuses.toString());
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM designation WHERE enterprise_id = ? AND state = 'ACTIVE'",
            enterprise));
  }

  @Test
  void a_refused_approval_leaves_the_former_primary_active() {
    String first = Given.active(enterprise, "PRIMARY");
    String draft = Given.draft(enterprise, Given.designation("PRIMARY"));
    department()
        .post("/api/v1/designations/{id}/approve", draft)
        .then()
        .statusCode(409)
        .body("state", equalTo("DRAFT"))
        .body("allowed", containsInAnyOrder("submit", "withdraw"));
    department().get("/api/v1/designations/{id}", first).then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void approving_twice_is_a_conflict_and_with_the_same_key_a_replay() {
    String id = Given.underReview(enterprise, "PRIMARY");
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      department()
          .header("Idempotency-Key", key)
          .post("/api/v1/designations/{id}/approve", id)
          .then()
          .statusCode(200)
          .body("state", equalTo("ACTIVE"));
    }
    department()
        .post("/api/v1/designations/{id}/approve", id)
        .then()
        .statusCode(409)
        .body("state", equalTo("ACTIVE"));
  }

  @Test
  void what_ended_while_it_was_under_review_is_not_approved() throws Exception {
    String id = Given.underReview(enterprise, "PRIMARY");
    lastDay(id, LocalDate.now().minusDays(2));
    department()
        .post("/api/v1/designations/{id}/approve", id)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:designation-lapsed"));
  }

  @Test
  void either_side_revokes() throws Exception {
    String one = Given.active(enterprise, "PRIMARY");
    String two = Given.active(enterprise, "DEPUTY");
    enterprise(enterprise)
        .body("{\"reasons\": [\"PERSON_LEFT\"]}")
        .post("/api/v1/designations/{id}/revoke", one)
        .then()
        .statusCode(200)
        .body("state", equalTo("REVOKED"));
    department()
        .body("{\"reasons\": [\"SECURITY\"]}")
        .post("/api/v1/designations/{id}/revoke", two)
        .then()
        .statusCode(200);
    assertFits("designation.revoked", one);
    Events.await(
        "phoihop.liaison.contacts",
        e -> e.key().equals(one) && e.data().contains("\"active\":false"));
  }

  @Test
  void rejected_and_withdrawn_are_for_good() {
    String rejected = Given.underReview(enterprise, "PRIMARY");
    department()
        .body("{\"reasons\": [\"SIGNER_NOT_AUTHORISED\"]}")
        .post("/api/v1/designations/{id}/reject", rejected)
        .then()
        .statusCode(200)
        .body("state", equalTo("REJECTED"));
    String withdrawn = Given.draft(enterprise, Given.designation("PRIMARY"));
    enterprise(enterprise)
        .post("/api/v1/designations/{id}/withdraw", withdrawn)
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));
    for (String id : List.of(rejected, withdrawn)) {
      enterprise(enterprise)
          .post("/api/v1/designations/{id}/submit", id)
          .then()
          .statusCode(409)
          .body("allowed", hasSize(0));
    }
  }

  @Test
  void the_day_after_the_last_one_it_expires() throws Exception {
    String id = Given.active(enterprise, "PRIMARY");
    lastDay(id, LocalDate.now().minusDays(2));
    Events.Seen expired =
        Events.await(
            "phoihop.liaison", e -> e.key().equals(id) && e.type().equals("designation.expired"));
    EventContract.assertValid("designation.expired", expired.data());
    department()
        .get("/api/v1/designations/{id}", id)
        .then()
        .body("state", equalTo("EXPIRED"))
        .body("history.by", hasItem("SYSTEM"));
  }

  @Test
  void content_is_written_anew_with_if_match_only_and_while_it_is_a_draft() {
    String id = Given.draft(enterprise, Given.designation("PRIMARY"));
    String body = Given.designation("DEPUTY");
    enterprise(enterprise).body(body).put("/api/v1/designations/{id}", id).then().statusCode(428);
    enterprise(enterprise)
        .header("If-Match", "\"9\"")
        .body(body)
        .put("/api/v1/designations/{id}", id)
        .then()
        .statusCode(412);
    enterprise(enterprise)
        .header("If-Match", "*")
        .body(body)
        .put("/api/v1/designations/{id}", id)
        .then()
        .statusCode(200)
        .body("role", equalTo("DEPUTY"));
    String submitted = Given.underReview(enterprise, "PRIMARY");
    enterprise(enterprise)
        .header("If-Match", "*")
        .body(body)
        .put("/api/v1/designations/{id}", submitted)
        .then()
        .statusCode(409)
        .body("state", equalTo("UNDER_REVIEW"));
  }

  @Test
  void a_strangers_designation_does_not_exist() {
    String id = Given.active(enterprise, "PRIMARY");
    UUID stranger = Given.activeEnterprise();
    enterprise(stranger).get("/api/v1/designations/{id}", id).then().statusCode(404);
    enterprise(stranger).post("/api/v1/designations/{id}/withdraw", id).then().statusCode(404);
    enterprise(stranger)
        .get("/api/v1/enterprises/{id}/designations", enterprise)
        .then()
        .statusCode(404);
    enterprise(stranger)
        .body(Given.designation("PRIMARY"))
        .post("/api/v1/enterprises/{id}/designations", enterprise)
        .then()
        .statusCode(404);
    Given.as(Tokens.agency("POLICE")).get("/api/v1/designations/{id}", id).then().statusCode(403);
  }

  @Test
  void the_other_side_is_refused() {
    String id = Given.underReview(enterprise, "PRIMARY");
    enterprise(enterprise).post("/api/v1/designations/{id}/approve", id).then().statusCode(403);
    department().post("/api/v1/designations/{id}/withdraw", id).then().statusCode(403);
    department()
        .body(Given.designation("PRIMARY"))
        .post("/api/v1/enterprises/{id}/designations", enterprise)
        .then()
        .statusCode(403);
  }

  @Test
  void the_department_sees_what_waits_for_it_and_each_reading_is_recorded() throws Exception {
    String waiting = Given.underReview(enterprise, "PRIMARY");
    String draft = Given.draft(enterprise, Given.designation("DEPUTY"));
    List<String> ids =
        department()
            .get("/api/v1/designations?state=UNDER_REVIEW&limit=100")
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    assertEquals(waiting, ids.get(0));
    assertFalse(ids.contains(draft));
    department().get("/api/v1/designations?limit=1").then().body("items.id", contains(draft));
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM audit WHERE object_id = ?::uuid AND action = 'designation.read'",
            waiting));
  }

  private static Events.Seen assertFits(String fact, String id) {
    Events.Seen event =
        Events.await("phoihop.liaison", e -> e.key().equals(id) && e.type().equals(fact));
    EventContract.assertValid(fact, event.data());
    assertFalse(event.data().contains("Trần") || event.data().contains("@"), event.data());
    return event;
  }

  private static void lastDay(String id, LocalDate day) throws Exception {
    Database.asSuperuser(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE designation SET valid_to = ? WHERE id = ?::uuid")) {
            update.setObject(1, day);
            update.setString(2, id);
            return update.executeUpdate();
          }
        });
  }
}
