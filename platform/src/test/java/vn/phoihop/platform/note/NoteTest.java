package vn.phoihop.platform.note;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** One write all the way: request, rows, event, consumer. */
@QuarkusTest
class NoteTest {

  private final UUID enterprise = UUID.randomUUID();

  @Test
  void a_note_is_written_told_and_taken_once() throws Exception {
    String id =
        given()
            .auth()
            .oauth2(Tokens.enterprise(enterprise))
            .contentType(ContentType.JSON)
            .body("{\"text\":\"xin chào\"}")
            .post("/api/v1/notes")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .header("Location", startsWith("http"))
            .body("state", equalTo("OPEN"))
            .extract()
            .path("id");
    Events.Seen event = Events.await("phoihop.platform", e -> e.key().equals(id));
    assertEquals("note.written", event.type());
    assertEquals(
        Database.column("SELECT id FROM outbox WHERE aggregate_id = ?::uuid", id).get(0),
        event.headers().get("ce_id"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.count("SELECT count(*) FROM note_seen WHERE note_id = ?::uuid", id) == 1);
    // The same event once more, as after a relay's crash between sending and marking.
    Events.send(
        "phoihop.platform",
        "note.written",
        id,
        event.data(),
        UUID.fromString(event.headers().get("ce_id")));
    Events.publish(
        "phoihop.platform",
        "note.written",
        id,
        event.data().replace("\"version\":1", "\"version\":2"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.count("SELECT count(*) FROM note_seen WHERE note_id = ?::uuid", id) == 2);
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM audit WHERE object_id = ?::uuid AND action = 'note.written'",
            id));
    // It is marked after it was sent, and may have been taken before.
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM outbox WHERE aggregate_id = ?::uuid AND published_at IS NOT NULL",
                        id)
                    == 1);
  }
}
