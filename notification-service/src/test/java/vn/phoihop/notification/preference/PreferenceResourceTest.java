package vn.phoihop.notification.preference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.TestEnterprise;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class PreferenceResourceTest {

  private static final String CHOICE =
      """
      {"language": "VI", "classes": {"REMINDER": "DAILY_DIGEST", "INCIDENT": "MUTED"},
       "quietHours": {"from": "22:00", "to": "06:00"}}""";

  private final TestEnterprise enterprise = TestEnterprise.fresh();
  private UUID person;
  private String own;

  @BeforeEach
  void a_liaison() throws SQLException {
    person = enterprise.person("PRIMARY", enterprise.address("dau.moi"));
    own = Tokens.liaison(enterprise.id(), person, List.of());
  }

  @Test
  void a_person_reads_the_defaults_and_chooses() {
    get(own, person)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("language", equalTo("BOTH"))
        .body("classes.REMINDER", equalTo("AT_ONCE"))
        .body("mandatory", contains("ACCESS", "REQUEST", "OVERDUE", "ESCALATION", "CONNECTION"))
        .body("quietHours", nullValue());
    put(own, person, "\"1\"", CHOICE)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("classes.REMINDER", equalTo("DAILY_DIGEST"))
        .body("classes.INCIDENT", equalTo("MUTED"))
        .body("classes.REQUEST", equalTo("AT_ONCE"))
        .body("quietHours.from", equalTo("22:00"))
        .body("quietHours.to", equalTo("06:00"));
    put(own, person, "\"1\"", CHOICE).statusCode(412);
    put(own, person, "\"2\"", "{\"language\": \"EN\", \"classes\": {}}")
        .statusCode(200)
        .body("classes.INCIDENT", equalTo("AT_ONCE"))
        .body("quietHours", nullValue());
  }

  @Test
  void the_enterprises_machine_chooses_for_its_people_and_nobody_for_anothers() throws Exception {
    String machine = Tokens.enterprise(enterprise.id());
    put(machine, person, "*", CHOICE).statusCode(200);
    UUID leader = enterprise.person("LEADER", enterprise.address("sep"));
    get(machine, leader).statusCode(200);
    get(own, leader).statusCode(404);
    put(own, leader, "*", CHOICE).statusCode(404);
    String stranger = Tokens.enterprise(UUID.randomUUID());
    get(stranger, person).statusCode(404);
    put(stranger, person, "*", CHOICE).statusCode(404);
    get(machine, UUID.randomUUID()).statusCode(404);
  }

  @Test
  void without_the_version_that_was_read_nothing_is_changed() {
    Subscriber.as(own)
        .contentType(ContentType.JSON)
        .body(CHOICE)
        .put("/api/v1/preferences/" + person)
        .then()
        .statusCode(428)
        .body("errors[0].pointer", equalTo("header:If-Match"));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCESS, MUTED",
    "REQUEST, MUTED",
    "REQUEST, DAILY_DIGEST",
    "OVERDUE, MUTED",
    "ESCALATION, DAILY_DIGEST",
    "CONNECTION, MUTED"
  })
  void what_must_be_told_stays_told(String noticeClass, String how) {
    put(
            own,
            person,
            "*",
            "{\"language\": \"VI\", \"classes\": {\"%s\": \"%s\"}}".formatted(noticeClass, how))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/classes/" + noticeClass))
        .body("errors[0].code", equalTo("MANDATORY_CLASS"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"language\": \"FR\", \"classes\": {}}",
        "{\"language\": \"VI\", \"classes\": {\"NOTHING\": \"MUTED\"}}",
        "{\"language\": \"VI\", \"classes\": {\"INCIDENT\": \"LATER\"}}",
        "{\"language\": \"VI\", \"classes\": {\"INCIDENT\": null}}",
        "{\"language\": \"VI\", \"classes\": {}, \"quietHours\": {\"from\": \"22:00\"}}",
        "{\"language\": \"VI\", \"classes\": {}, \"quietHours\": {\"from\": \"25:00\", \"to\": \"06:00\"}}",
        "{\"language\": \"VI\", \"classes\": {}, \"quietHours\": {\"from\": \"08:00\", \"to\": \"08:00\"}}"
      })
  void what_makes_no_sense_is_refused(String body) {
    // Not held against the document: it does not allow these.
    RestAssured.given()
        .auth()
        .oauth2(own)
        .contentType(ContentType.JSON)
        .header("If-Match", "*")
        .body(body)
        .put("/api/v1/preferences/" + person)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"00:00\" | \"23:59\" | /quietHours/to   | QUIET_TOO_LONG",
        "\"18:00\" | \"06:01\" | /quietHours/to   | QUIET_TOO_LONG",
        "\"06:00\" | \"06:00\" | /quietHours/to   | QUIET_ALL_DAY",
        "[22, 0]     | \"06:00\" | /quietHours/from | FORMAT",
        "\"22:00\" | [6, 0]      | /quietHours/to   | FORMAT",
        "\"24:00\" | \"06:00\" | /quietHours/from | FORMAT",
        "\"22:00:00\" | \"06:00\" | /quietHours/from | FORMAT",
        "2200        | \"06:00\" | /quietHours/from | FORMAT"
      })
  void quiet_hours_are_two_times_of_day_at_most_twelve_hours_apart(
      String from, String to, String pointer, String code) {
    RestAssured.given()
        .auth()
        .oauth2(own)
        .contentType(ContentType.JSON)
        .header("If-Match", "*")
        .body(
            "{\"language\": \"VI\", \"classes\": {}, \"quietHours\": {\"from\": %s, \"to\": %s}}"
                .formatted(from, to))
        .put("/api/v1/preferences/" + person)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void without_a_choice_the_body_is_what_is_missing() {
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(own)
        .contentType(ContentType.JSON)
        .header("If-Match", "*")
        .body("null")
        .put("/api/v1/preferences/" + person)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains(""))
        .body("errors.code", contains("REQUIRED"));
  }

  @Test
  void who_is_erased_has_no_preferences_left() {
    put(own, person, "*", CHOICE).statusCode(200);
    Events.publish("phoihop.liaison.contacts", "contact.changed", person.toString(), null);
    TestEnterprise.counted(0, "SELECT count(*) FROM preference WHERE person_id = ?", person);
  }

  private static ValidatableResponse get(String token, UUID person) {
    return Subscriber.as(token).get("/api/v1/preferences/" + person).then();
  }

  private static ValidatableResponse put(String token, UUID person, String etag, String body) {
    return Subscriber.as(token)
        .contentType(ContentType.JSON)
        .header("If-Match", etag)
        .body(body)
        .put("/api/v1/preferences/" + person)
        .then();
  }
}
