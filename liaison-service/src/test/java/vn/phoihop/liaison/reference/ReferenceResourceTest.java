package vn.phoihop.liaison.reference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.liaison.Given.anybody;
import static vn.phoihop.liaison.Given.department;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phoihop.liaison.Given;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.ReferenceData;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class ReferenceResourceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The migration's outbox rows are the published examples, and there are as many of them. */
  @Test
  void the_seeds_are_the_examples_of_the_events() throws Exception {
    List<Path> lists = ReferenceData.lists();
    assertEquals(
        lists.size(),
        Database.count(
            "SELECT count(*) FROM outbox WHERE type = 'reference.published' AND aggregate_version = 1"));
    for (Path file : lists) {
      JsonNode example = JSON.readTree(Files.readString(file));
      String list = example.get("list").asText();
      String payload =
          Database.column(
                  "SELECT payload FROM outbox WHERE type = 'reference.published' AND aggregate_version = 1 AND payload->>'list' = ?",
                  list)
              .get(0);
      assertEquals(example, JSON.readTree(payload), list);
      EventContract.assertValid("reference.published", payload);
    }
  }

  @Test
  void they_leave_with_the_first_start() {
    Events.Seen routing =
        Events.await("phoihop.liaison", e -> e.data().contains("\"list\" : \"ROUTING\""));
    assertEquals("reference.published", routing.type());
  }

  @Test
  void anybody_reads_them() {
    anybody()
        .get("/api/v1/reference")
        .then()
        .statusCode(200)
        .body(
            "items.list",
            hasItems("VIOLATION_TYPES", "ROUTING", "SECTORS", "ADMINISTRATIVE_UNITS", "CALENDARS"));
    anybody()
        .get("/api/v1/reference/INDICATOR_TYPES")
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("items.code", hasItems("MSISDN", "IMEI", "CONSIGNMENT_NO"));
    anybody().get("/api/v1/reference/NO_SUCH_LIST").then().statusCode(404);
  }

  @Test
  void every_violation_type_has_a_route() {
    List<String> types =
        anybody().get("/api/v1/reference/VIOLATION_TYPES").then().extract().path("items.code");
    List<String> routed =
        anybody().get("/api/v1/reference/ROUTING").then().extract().path("items.violationType");
    assertEquals(types, routed);
  }

  @Test
  void the_department_publishes_a_list_anew_and_all_are_told() throws Exception {
    int version =
        anybody().get("/api/v1/reference/DETECTION_METHODS").then().extract().path("version");
    String body =
        """
        {"validFrom": "2026-04-01", "items": [{"code": "OTHER", "vi": "Khác", "en": "Other"},
         {"code": "DRONE", "vi": "Thiết bị bay", "en": "Drone", "requires": ["text"]}]}""";
    department().body(body).put("/api/v1/reference/DETECTION_METHODS").then().statusCode(428);
    department()
        .header("If-Match", "\"" + (version + 7) + "\"")
        .body(body)
        .put("/api/v1/reference/DETECTION_METHODS")
        .then()
        .statusCode(412);
    department()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .put("/api/v1/reference/DETECTION_METHODS")
        .then()
        .statusCode(200)
        .header("ETag", "\"" + (version + 1) + "\"")
        .body("items.code", contains("OTHER", "DRONE"));
    anybody()
        .get("/api/v1/reference/DETECTION_METHODS")
        .then()
        .body("version", greaterThanOrEqualTo(version + 1))
        .body("validFrom", equalTo("2026-04-01"));
    Events.Seen event = Events.await("phoihop.liaison", e -> e.data().contains("\"DRONE\""));
    EventContract.assertValid("reference.published", event.data());
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM audit WHERE action = 'reference.published' AND object_id = ?::uuid",
            event.key()));
  }

  static Stream<Arguments> badLists() {
    return Stream.of(
        Arguments.of("SECTORS", "[{\"code\": \"A\", \"vi\": \"A\"}]", "/items/0/en", "FORMAT"),
        Arguments.of(
            "SECTORS",
            "[{\"code\": \"a b\", \"vi\": \"A\", \"en\": \"A\"}]",
            "/items/0/code",
            "FORMAT"),
        Arguments.of(
            "SECTORS",
            "[{\"code\": \"A\", \"vi\": \"A\", \"en\": \"A\"}, {\"code\": \"A\", \"vi\": \"B\", \"en\": \"B\"}]",
            "/items/1",
            "DUPLICATE_ITEM"),
        Arguments.of("SECTORS", "[]", "/items", "REQUIRED"),
        Arguments.of(
            "SECTORS",
            "[{\"code\": \"A\", \"vi\": \"a\\u0000\", \"en\": \"A\"}]",
            "/items/0/vi",
            "CONTROL_CHARACTER"),
        Arguments.of(
            "ROUTING",
            "[{\"violationType\": \"OTHER\", \"agencies\": [\"police\"], \"validFrom\": \"2026-01-01\"}]",
            "/items/0/agencies/0",
            "FORMAT"),
        Arguments.of(
            "AUTHORITIES",
            "[{\"code\": \"X\", \"vi\": \"X\", \"en\": \"X\", \"kind\": \"POLICE\", \"names\": []}]",
            "/items/0/names",
            "FORMAT"),
        Arguments.of(
            "CALENDARS",
            CALENDAR.formatted("2028", "2028-02-30", "12:00"),
            "/items/0/holidays/0/date",
            "FORMAT"),
        Arguments.of(
            "CALENDARS",
            CALENDAR.formatted("2028", "2028-01-25", "25:00"),
            "/items/0/officeHours/0/to",
            "FORMAT"),
        Arguments.of(
            "CALENDARS",
            CALENDAR.formatted("NEXT_YEAR", "2028-01-25", "12:00"),
            "/items/0/code",
            "FORMAT"));
  }

  private static final String CALENDAR =
      """
      [{"code": "%s", "vi": "Lịch", "en": "Calendar", "status": "CONFIRMED", "workingWeekends": [],
        "holidays": [{"date": "%s", "vi": "Tết", "en": "New Year", "confirmed": true}],
        "officeHours": [{"from": "08:00", "to": "%s"}], "source": "Thông báo 1/TB"}]""";

  @ParameterizedTest
  @MethodSource("badLists")
  void a_list_that_its_readers_could_not_read_is_refused(
      String list, String items, String pointer, String code) {
    department()
        .header("If-Match", "*")
        .body("{\"validFrom\": \"2026-04-01\", \"items\": " + items + "}")
        .put("/api/v1/reference/{list}", list)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer))
        .body("errors.code", hasItem(code));
  }

  @Test
  void others_do_not_publish() {
    Given.as(Tokens.agency("POLICE"))
        .header("If-Match", "*")
        .body("{\"validFrom\": \"2026-04-01\", \"items\": []}")
        .put("/api/v1/reference/SECTORS")
        .then()
        .statusCode(403);
  }
}
