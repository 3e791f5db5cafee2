package vn.phoihop.reporting.enterprise;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.OpenApiContract;
import vn.phoihop.platform.test.ReferenceData;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class EnterpriseReadModelTest {

  private static final OpenApiValidationFilter CONTRACT = OpenApiContract.filter("reporting");
  private static final String TOPIC = "phoihop.liaison";

  /**
   * Later than the ids of other tests, so that the first pages hold this test's enterprises: one in
   * 65,000 random ids begins with ffff, and there are thousands.
   */
  private static long next = 0xffff_ffff_ff00_7000L;

  @Test
  void the_latest_state_counts_whatever_the_order() throws Exception {
    UUID enterprise = newId();
    Events.publish(TOPIC, "enterprise.enrolled", enterprise.toString(), event(enterprise, "C", 3));
    Events.publish(
        TOPIC, "enterprise.registered", enterprise.toString(), event(enterprise, "A", 1));
    Events.publish(TOPIC, "enterprise.activated", enterprise.toString(), event(enterprise, "B", 2));
    awaitTaken(
        Events.publish(
            TOPIC, "enterprise.suspended", enterprise.toString(), event(enterprise, "C", 3)));

    assertEquals(
        List.of("C"), Database.column("SELECT name FROM enterprise WHERE id = ?", enterprise));

    awaitTaken(
        Events.publish(
            TOPIC, "enterprise.closed", enterprise.toString(), event(enterprise, "D", 4)));
    assertEquals(
        List.of("D"), Database.column("SELECT name FROM enterprise WHERE id = ?", enterprise));
  }

  @Test
  void the_same_event_twice_is_taken_once() throws Exception {
    UUID enterprise = newId();
    UUID event =
        Events.publish(
            TOPIC, "enterprise.registered", enterprise.toString(), event(enterprise, "A", 1));
    Events.send(
        TOPIC, "enterprise.registered", enterprise.toString(), event(enterprise, "Z", 9), event);
    awaitTaken(
        Events.publish(
            TOPIC, "enterprise.registered", enterprise.toString(), event(enterprise, "A", 1)));

    assertEquals(
        List.of("A"), Database.column("SELECT name FROM enterprise WHERE id = ?", enterprise));
    assertEquals(1, Database.count("SELECT count(*) FROM inbox WHERE event_id = ?", event));
  }

  @Test
  void what_is_not_of_enterprises_and_tombstones_are_passed_over() throws Exception {
    long buried = Database.count("SELECT count(*) FROM dead_letter");
    UUID key = newId();
    ReferenceData.publish();
    Events.publish(
        TOPIC,
        "designation.approved",
        key.toString(),
        EventContract.example("designation.approved"));
    Events.publish(TOPIC, "something.new", key.toString(), "[1]");
    awaitTaken(Events.publish(TOPIC, "enterprise.closed", key.toString(), null));

    assertEquals(buried, Database.count("SELECT count(*) FROM dead_letter"));
    assertEquals(0, Database.count("SELECT count(*) FROM enterprise WHERE id = ?", key));
  }

  @Test
  void an_event_that_lacks_what_we_keep_is_kept_for_the_operator() throws Exception {
    UUID key = newId();
    Events.publish(TOPIC, "enterprise.registered", key.toString(), "{\"id\": \"" + key + "\"}");

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.count("SELECT count(*) FROM dead_letter WHERE key = ?", key.toString())
                    == 1);
    assertEquals(0, Database.count("SELECT count(*) FROM enterprise WHERE id = ?", key));
  }

  @Test
  void the_department_pages_through_all_of_them() throws Exception {
    UUID first = newId();
    UUID second = newId();
    Events.publish(TOPIC, "enterprise.registered", first.toString(), event(first, "A", 1));
    awaitTaken(
        Events.publish(TOPIC, "enterprise.registered", second.toString(), event(second, "B", 1)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.count("SELECT count(*) FROM enterprise WHERE id IN (?, ?)", first, second)
                    == 2);

    String next =
        page("?limit=1")
            .body("items", hasSize(1))
            .body("items[0].id", equalTo(second.toString()))
            .body("items[0].taxCode", equalTo("9900123459"))
            .body("items[0].sectors", equalTo(List.of("TELECOM_MOBILE", "ISP")))
            .body("items[0].state", equalTo("ACTIVE"))
            .body("next", notNullValue())
            .extract()
            .path("next");
    page("?limit=1&cursor=" + next).body("items[0].id", equalTo(first.toString()));
  }

  @Test
  void the_database_shows_an_enterprise_to_itself_and_the_department_alone() throws Exception {
    UUID enterprise = newId();
    awaitTaken(
        Events.publish(
            TOPIC, "enterprise.registered", enterprise.toString(), event(enterprise, "A", 1)));

    assertEquals(1, seenBy(enterprise.toString(), enterprise));
    assertEquals(1, seenBy("DEPARTMENT", enterprise));
    assertEquals(0, seenBy(UUID.randomUUID().toString(), enterprise));
    assertEquals(0, seenBy("POLICE", enterprise));
  }

  private static ValidatableResponse page(String query) {
    return RestAssured.given()
        .filter(CONTRACT)
        .auth()
        .oauth2(Tokens.department())
        .get("/api/v1/enterprises" + query)
        .then()
        .statusCode(200);
  }

  private static long seenBy(String party, UUID enterprise) throws Exception {
    return Database.as(
        party,
        connection -> {
          try (var query =
              connection.prepareStatement("SELECT count(*) FROM enterprise WHERE id = ?")) {
            query.setObject(1, enterprise);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** Events of one key stay in order: once the last one is taken, all before it were. */
  private static void awaitTaken(UUID event) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Database.count("SELECT count(*) FROM inbox WHERE event_id = ?", event) == 1);
  }

  private static synchronized UUID newId() {
    return new UUID(next += 0x1_0000, 0x8000_0000_0000_0000L | System.nanoTime());
  }

  private static String event(UUID id, String name, long sequence) {
    return EventContract.example("enterprise.enrolled")
        .replace("019a1f6e-7c00-7000-8000-000000000001", id.toString())
        .replace("Công ty Cổ phần Viễn thông Thăng Long", name)
        .replace("\"sequence\": 3", "\"sequence\": " + sequence);
  }
}
