package vn.phoihop.platform.inbox;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Postgres;
import vn.phoihop.platform.test.Tokens;

/** Each fact once, poison aside, and through a restart of the database. */
@QuarkusTest
class EventInboxTest {

  private static final String TOPIC = "phoihop.platform";

  @Test
  void poison_is_kept_for_the_operator_and_holds_up_nobody() throws SQLException {
    UUID good = UUID.randomUUID();
    String unreadable = UUID.randomUUID().toString();
    String unfit = UUID.randomUUID().toString();
    String bare = UUID.randomUUID().toString();
    Events.publish(TOPIC, "note.written", unreadable, "{not json");
    Events.sendRaw(TOPIC, bare, "no headers".getBytes(StandardCharsets.UTF_8), Map.of());
    Events.sendRaw(TOPIC, bare, new byte[] {0, (byte) 0xff}, Map.of("ce_id", "\0"));
    Events.publish(TOPIC, "note.written", unfit, event(unfit).replace("false", "true"));
    Events.publish(TOPIC, "note.written", good.toString(), event(good.toString()));
    eventually(() -> seen(good) == 1);
    eventually(() -> buried(unreadable) == 1 && buried(unfit) == 1 && buried(bare) == 2);
    assertEquals(
        List.of("{not json"),
        Database.column(
            "SELECT convert_from(payload, 'UTF8') FROM dead_letter WHERE key = ?", unreadable));
    assertEquals(
        List.of("java.lang.IllegalArgumentException"),
        Database.column("SELECT reason FROM dead_letter WHERE key = ?", unfit));
    assertEquals(0, seen(UUID.fromString(unfit)));
  }

  @Test
  void an_event_sent_twice_takes_effect_once() {
    UUID note = UUID.randomUUID();
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 20; i++) {
      Events.send(TOPIC, "note.written", note.toString(), event(note.toString()), id);
    }
    UUID last = UUID.randomUUID();
    Events.publish(TOPIC, "note.written", note.toString(), event(last.toString()));
    eventually(() -> seen(last) == 1);
    eventually(() -> seen(note) == 1);
  }

  @Test
  void what_was_accepted_is_told_and_taken_through_a_restart_of_the_database() throws Exception {
    Duration outage = Duration.ofSeconds(Boolean.getBoolean("phoihop.test.full") ? 240 : 10);
    String token = Tokens.enterprise(UUID.randomUUID());
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    AtomicBoolean running = new AtomicBoolean(true);
    ExecutorService writers = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      writers.submit(
          () -> {
            while (running.get()) {
              Response response =
                  given()
                      .auth()
                      .oauth2(token)
                      .contentType(ContentType.JSON)
                      .body("{\"text\":\"load\"}")
                      .post("/api/v1/notes");
              statuses.merge(response.statusCode(), 1, Integer::sum);
              if (response.statusCode() == 201) {
                accepted.add(response.path("id"));
              }
            }
          });
    }
    eventually(() -> accepted.size() > 50);
    Postgres postgres = Postgres.running();
    postgres.stopAtOnce();
    eventually(() -> statuses.containsKey(503));
    // The outage lasts as long as it lasts: consumers must neither give up nor dead-letter
    // meanwhile.
    Awaitility.await()
        .pollDelay(outage)
        .atMost(outage.plusSeconds(30))
        .until(() -> statuses.containsKey(503));
    postgres.startAgain();
    int before = accepted.size();
    eventually(() -> accepted.size() > before + 50);
    running.set(false);
    writers.shutdown();
    assertTrue(writers.awaitTermination(60, TimeUnit.SECONDS));
    assertEquals(Set.of(201, 503), statuses.keySet());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertEquals(Set.of(), notTaken(accepted)));
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM dead_letter WHERE key = ANY (?)",
            (Object) accepted.toArray(String[]::new)));
    // What was sent last is marked after it was sent, and may have been taken before.
    eventually(() -> Database.count("SELECT count(*) FROM outbox WHERE published_at IS NULL") == 0);
  }

  private static Set<String> notTaken(Set<String> accepted) throws SQLException {
    Set<String> missing = new TreeSet<>(accepted);
    Database.column("SELECT DISTINCT note_id::text FROM note_seen").forEach(missing::remove);
    return missing;
  }

  private static String event(String id) {
    return """
        {"id":"%s","state":"OPEN","version":1,"sequence":1,"tlp":"AMBER",
         "occurredAt":"2026-11-24T00:00:00Z","audience":[],"poison":false,"newer":"ignored"}"""
        .formatted(id);
  }

  private static long seen(UUID note) throws SQLException {
    return Database.count("SELECT count(*) FROM note_seen WHERE note_id = ?", note);
  }

  private static long buried(String key) throws SQLException {
    return Database.count("SELECT count(*) FROM dead_letter WHERE key = ?", key);
  }

  private static void eventually(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
  }
}
