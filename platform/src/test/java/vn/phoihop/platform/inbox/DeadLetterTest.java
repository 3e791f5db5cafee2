package vn.phoihop.platform.inbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class DeadLetterTest {

  private static final String LETTERS = "/api/v1/dead-letters";
  private static final String TOPIC = "phoihop.platform";

  @Test
  void once_the_cause_is_mended_the_record_is_taken_again_once() throws SQLException {
    UUID note = UUID.randomUUID();
    seen(note);
    UUID event = Events.publish(TOPIC, "note.written", note.toString(), event(note, false));
    String letter = buried(note);
    operator()
        .get(LETTERS + "/" + letter)
        .then()
        .statusCode(200)
        .body("consumer", equalTo("platform.notes"))
        .body("topic", equalTo(TOPIC))
        .body("type", equalTo("note.written"))
        .body("key", equalTo(note.toString()))
        .body("eventId", equalTo(event.toString()))
        .body("attempts", equalTo(0))
        .body("outcome", nullValue())
        .body(not(containsString("occurredAt")));
    operator()
        .header("Accept-Language", "en")
        .post(LETTERS + "/" + letter + "/redrive")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:still-poison"))
        .body("reason", equalTo("org.postgresql.util.PSQLException"));

    forget(note);
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      operator()
          .header("Idempotency-Key", key)
          .post(LETTERS + "/" + letter + "/redrive")
          .then()
          .statusCode(200)
          .body("outcome", equalTo("REDRIVEN"))
          .body("attempts", equalTo(2));
    }
    assertEquals(1, Database.count("SELECT count(*) FROM note_seen WHERE note_id = ?", note));
    // Redriven already: it stays so, and takes no effect twice.
    operator().post(LETTERS + "/" + letter + "/redrive").then().statusCode(200);
    operator().get(LETTERS).then().body("items.id", not(hasItem(letter)));
    operator().get(LETTERS + "?redriven=true").then().body("items.id", hasItem(letter));
    assertEquals(
        List.of("dead_letter.redrive_failed OPERATOR 1", "dead_letter.redriven OPERATOR 2"),
        Database.column(
            "SELECT action || ' ' || party || ' ' || object_sequence FROM audit WHERE object_id = ?::uuid ORDER BY id",
            letter));
  }

  @Test
  void what_is_no_event_stays_and_shows_nothing_of_itself() throws SQLException {
    String secret = "0912 345 678 " + UUID.randomUUID();
    Events.sendRaw(
        TOPIC, secret, secret.getBytes(StandardCharsets.UTF_8), Map.of("ce_type", secret));
    String letter =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> Database.column("SELECT id FROM dead_letter WHERE key = ?", secret),
                ids -> !ids.isEmpty())
            .get(0);
    operator()
        .get(LETTERS + "?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(letter))
        .body(not(containsString("0912")));
    operator()
        .post(LETTERS + "/" + letter + "/redrive")
        .then()
        .statusCode(409)
        .body("reason", equalTo("not a CloudEvent"));
  }

  @Test
  void a_list_is_paged_and_an_unknown_one_is_not_found() throws SQLException {
    for (int i = 0; i < 3; i++) {
      UUID note = UUID.randomUUID();
      Events.publish(TOPIC, "note.written", note.toString(), event(note, true));
      buried(note);
    }
    String next =
        operator().get(LETTERS + "?limit=2").then().statusCode(200).extract().path("next");
    operator().get(LETTERS + "?limit=2&cursor=" + next).then().statusCode(200);
    operator().get(LETTERS + "/" + UUID.randomUUID()).then().statusCode(404);
    operator().post(LETTERS + "/" + UUID.randomUUID() + "/redrive").then().statusCode(404);
  }

  private static String event(UUID note, boolean poison) {
    return """
        {"id":"%s","state":"OPEN","version":1,"sequence":1,"tlp":"AMBER",
         "occurredAt":"2026-11-24T00:00:00Z","audience":[],"poison":%s}"""
        .formatted(note, poison);
  }

  /** The row that the consumer is going to write is there: a bug's stand-in. */
  private static void seen(UUID note) throws SQLException {
    Database.asSuperuser(
        c -> c.createStatement().executeUpdate("INSERT INTO note_seen VALUES ('" + note + "', 1)"));
  }

  private static void forget(UUID note) throws SQLException {
    Database.asSuperuser(
        c ->
            c.createStatement()
                .executeUpdate("DELETE FROM note_seen WHERE note_id = '" + note + "'"));
  }

  private static String buried(UUID note) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> Database.column("SELECT id FROM dead_letter WHERE key = ?", note.toString()),
            ids -> !ids.isEmpty())
        .get(0);
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.operator());
  }
}
