package vn.phoihop.notification.recovery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Receiver.Call;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** After an outage, through the real database to the receiver's socket. */
@QuarkusTest
class RecoveryTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String SINCE =
      Instant.now().minus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS).toString();

  private static final class Killed extends RuntimeException {}

  @Inject RecoveryRunService runs;
  @Inject SystemParty system;

  @Test
  void twelve_hundred_dead_letters_come_once_though_the_work_is_broken_off_and_many_do_it()
      throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      String path = "/api/v1/subscriptions/" + subscriber.id();
      failed(subscriber, 1_200, "DEAD_LETTER", 300);
      failed(subscriber, 5, "DEAD_LETTER", 500);
      failed(subscriber, 3, "DELIVERED", 300);
      // So that the service's own worker leaves it alone.
      subscriber.request().post(path + "/pause").then().statusCode(200);
      String id = ask(subscriber, Map.of("since", SINCE)).statusCode(202).extract().path("id");
      assertThrows(
          Killed.class,
          () ->
              system.run(
                  () ->
                      QuarkusTransaction.requiringNew()
                          .run(
                              () -> {
                                assertTrue(runs.workOn(UUID.fromString(id)));
                                throw new Killed();
                              })));
      assertEquals(1_205, count(subscriber, "DEAD_LETTER"), "nothing of it is left");
      read(subscriber, id).body("seen", equalTo(0)).body("$", not(hasKey("startedAt")));
      manyAtOnce(UUID.fromString(id));
      read(subscriber, id)
          .body("state", equalTo("RUNNING"))
          .body("seen", equalTo(500))
          .body("queued", equalTo(500))
          .body("$", hasKey("startedAt"));
      assertEquals(705, count(subscriber, "DEAD_LETTER"));
      subscriber.request().post(path + "/resume").then().statusCode(200);
      done(subscriber, id).body("queued", equalTo(1_200)).body("seen", equalTo(1_205));
      await().atMost(SOON).until(() -> count(subscriber, "DELIVERED") == 1_203);
      assertEquals(5, count(subscriber, "DEAD_LETTER"), "what is older was not asked for");
      assertEquals(1_200, receiver.calls().size());
      assertEquals(1_200, ids(receiver).size(), "each once");
      subscriber.verify(receiver.calls().get(0));
      assertEquals(
          List.of("11"),
          Database.column(
              "SELECT DISTINCT attempts FROM delivery WHERE subscription_id = ? AND sequence > 1",
              UUID.fromString(subscriber.id())));

      String again = ask(subscriber, Map.of("since", SINCE)).statusCode(202).extract().path("id");
      done(subscriber, again).body("queued", equalTo(0)).body("seen", equalTo(5));
      assertEquals(
          1_208,
          Database.count(
              "SELECT count(*) FROM delivery WHERE subscription_id = ?",
              UUID.fromString(subscriber.id())));
      assertEquals(
          List.of("recovery.created", "recovery.finish"),
          Database.column(
              "SELECT action FROM audit WHERE object_id = ? ORDER BY id", UUID.fromString(id)));
    }
  }

  /** As several instances would: the row goes to one of them, and its next batch is not due yet. */
  private void manyAtOnce(UUID id) throws Exception {
    int instances = 4;
    CyclicBarrier together = new CyclicBarrier(instances);
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    List<Future<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      work.add(
          threads.submit(
              () -> {
                together.await();
                return system.call(() -> runs.workOn(id));
              }));
    }
    for (Future<Boolean> one : work) {
      one.get();
    }
    threads.shutdown();
  }

  @Test
  void what_waits_for_its_next_attempt_is_sent_at_once_with_the_same_id_and_bytes()
      throws Exception {
    try (Receiver receiver = Receiver.ok().first(Receiver.status(503))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      subscriber.delivery(event, "RETRY_WAIT");
      ask(subscriber, Map.of("since", SINCE, "what", "FAILED")).statusCode(202);
      subscriber.delivery(event, "DELIVERED").body("attempts.status", contains(503, 200));
      List<Call> calls = receiver.calls(event);
      assertArrayEquals(calls.get(0).body(), calls.get(1).body());
    }
  }

  @Test
  void the_window_is_closed_on_both_sides() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      failed(subscriber, 3, "DEAD_LETTER", 30);
      failed(subscriber, 4, "DEAD_LETTER", 20);
      failed(subscriber, 5, "DEAD_LETTER", 10);
      String id =
          ask(subscriber, Map.of("since", daysAgo(25), "until", daysAgo(15)))
              .statusCode(202)
              .body("until", equalTo(daysAgo(15)))
              .extract()
              .path("id");
      done(subscriber, id).body("queued", equalTo(4));
      await().atMost(SOON).until(() -> count(subscriber, "DELIVERED") == 4);
      assertEquals(8, count(subscriber, "DEAD_LETTER"));
      assertEquals(4, receiver.calls().size());
    }
  }

  @Test
  void the_rate_holds_and_what_is_new_goes_between() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.with(receiver.url(), TYPE, "ratePerSecond", 5);
      failed(subscriber, 40, "DEAD_LETTER", 10);
      long began = System.nanoTime();
      ask(subscriber, Map.of("since", SINCE)).statusCode(202);
      await().atMost(SOON).until(() -> !receiver.calls().isEmpty());
      UUID fresh = IncidentEvents.publish(TYPE, subscriber.party());
      await()
          .atMost(SOON)
          .until(
              () ->
                  Database.count("SELECT count(*) FROM delivery WHERE notification_id = ?", fresh)
                      == 1);
      int before = receiver.calls().size();
      await().atMost(SOON).until(() -> receiver.calls().size() == 41);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      // Five may come at once, then five a second.
      assertTrue(took.compareTo(Duration.ofSeconds(7)) >= 0, "too fast: " + took);
      int place = receiver.calls().stream().map(Call::id).toList().indexOf(fresh.toString());
      assertTrue(place >= 0 && place < before + 20, before + " before it, it is number " + place);
    }
  }

  @Test
  void a_paused_subscription_is_recovered_when_it_resumes_and_can_be_cancelled_before()
      throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      String path = "/api/v1/subscriptions/" + subscriber.id();
      failed(subscriber, 2, "DEAD_LETTER", 10);
      subscriber.request().post(path + "/pause").then().statusCode(200);
      String id = ask(subscriber, Map.of("since", SINCE)).statusCode(202).extract().path("id");
      assertFalse(system.call(runs::due).contains(UUID.fromString(id)));
      read(subscriber, id).body("state", equalTo("RUNNING")).body("seen", equalTo(0));
      ask(subscriber, Map.of("since", SINCE))
          .statusCode(409)
          .body("type", equalTo("urn:phoihop:problem:recovery-running"))
          .body("recoveryId", equalTo(id));
      String cancel = "/api/v1/recoveries/" + id + "/cancel";
      subscriber.request().header("If-Match", "\"9\"").post(cancel).then().statusCode(412);
      subscriber
          .request()
          .post(cancel)
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"")
          .body("state", equalTo("CANCELLED"))
          .body("$", hasKey("endedAt"));
      subscriber
          .request()
          .post(cancel)
          .then()
          .statusCode(409)
          .body("type", equalTo("urn:phoihop:problem:forbidden-transition"));
      String second = ask(subscriber, Map.of("since", SINCE)).statusCode(202).extract().path("id");
      subscriber.request().post(path + "/resume").then().statusCode(200);
      done(subscriber, second).body("queued", equalTo(2));
      await().atMost(SOON).until(() -> receiver.calls().size() == 2);
      subscriber
          .request()
          .queryParam("limit", 1)
          .get(path + "/recoveries")
          .then()
          .statusCode(200)
          .body("items.id", contains(second))
          .body("$", hasKey("next"));
      assertEquals(
          List.of("recovery.created", "recovery.cancel"),
          Database.column(
              "SELECT action FROM audit WHERE object_id = ? ORDER BY id", UUID.fromString(id)));
    }
  }

  @Test
  void one_that_cannot_be_done_does_not_hold_up_the_others() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber broken = Subscriber.to(receiver.url(), TYPE);
      Subscriber sound = Subscriber.to(receiver.url(), TYPE);
      String path = "/api/v1/subscriptions/" + broken.id();
      failed(sound, 2, "DEAD_LETTER", 10);
      // So that it is not done before it cannot be.
      broken.request().post(path + "/pause").then().statusCode(200);
      UUID first = UUID.fromString(missing(broken));
      refuseProgress(first);
      try {
        broken.request().post(path + "/resume").then().statusCode(200);
        done(sound, ask(sound, Map.of("since", SINCE)).statusCode(202).extract().path("id"));
        await()
            .atMost(SOON)
            .until(
                () ->
                    Database.count(
                            "SELECT count(*) FROM recovery WHERE id = ?"
                                + " AND next_at > now() + interval '2 s'",
                            first)
                        == 1);
      } finally {
        Database.asSuperuser(
            c -> c.createStatement().execute("DROP FUNCTION refuse_progress CASCADE"));
      }
    }
  }

  private static void refuseProgress(UUID id) throws SQLException {
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .execute(
                    """
                    CREATE FUNCTION refuse_progress() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN RAISE EXCEPTION ''this one never''; END';
                    CREATE TRIGGER refuse_progress BEFORE UPDATE OF seen ON recovery FOR EACH ROW
                    WHEN (OLD.id = '%s') EXECUTE FUNCTION refuse_progress()"""
                        .formatted(id)));
  }

  @Test
  void with_its_subscription_a_recovery_ends() throws Exception {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    String path = "/api/v1/subscriptions/" + subscriber.id();
    failed(subscriber, 2, "DEAD_LETTER", 10);
    subscriber.request().post(path + "/pause").then().statusCode(200);
    String id = ask(subscriber, Map.of("since", SINCE)).statusCode(202).extract().path("id");
    subscriber.request().header("If-Match", "*").delete(path).then().statusCode(204);
    await()
        .atMost(SOON)
        .until(() -> read(subscriber, id).extract().path("state").equals("CANCELLED"));
    assertEquals(2, count(subscriber, "DEAD_LETTER"));
    ask(subscriber, Map.of("since", SINCE)).statusCode(404);
  }

  @Test
  void a_later_subscription_gets_what_its_party_was_told_in_the_very_bytes() throws Exception {
    try (Receiver before = Receiver.ok();
        Receiver later = Receiver.ok()) {
      Subscriber first = Subscriber.of(Subscriber.newParty(), before.url(), TYPE);
      Subscriber other = Subscriber.to(before.url(), TYPE);
      Set<String> told = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        told.add(IncidentEvents.publish(TYPE, first.party(), "DEPARTMENT").toString());
      }
      String grave = publish(TYPE, event -> event.put("severity", "CRITICAL"), first).toString();
      String light = publish(TYPE, event -> event.put("severity", "LOW"), first).toString();
      UUID closed = IncidentEvents.publish("incident.closed", first.party());
      UUID foreign = IncidentEvents.publish(TYPE, other.party());
      for (String event : told) {
        first.delivery(UUID.fromString(event), "DELIVERED");
      }
      first.delivery(UUID.fromString(grave), "DELIVERED");
      first.delivery(UUID.fromString(light), "DELIVERED");
      other.delivery(foreign, "DELIVERED");
      await()
          .atMost(SOON)
          .until(
              () -> Database.count("SELECT count(*) FROM notification WHERE id = ?", closed) == 1);

      Map<String, Object> content =
          Subscriber.content(
              later.url(), List.of(TYPE), "filter", Map.of("minSeverity", "CRITICAL"));
      ValidatableResponse made = Subscriber.create(first.party(), content).statusCode(201);
      Subscriber second =
          new Subscriber(first.party(), made.extract().path("id"), made.extract().path("secret"));
      String one = missing(second);
      done(second, one);
      assertEquals(grave, only(later).id());
      assertArrayEquals(before.calls(grave).get(0).body(), only(later).body());
      second.verify(only(later));

      second
          .request()
          .header("If-Match", "*")
          .contentType(ContentType.JSON)
          .body(Map.of("filter", Map.of()))
          .patch("/api/v1/subscriptions/" + second.id())
          .then()
          .statusCode(200);
      done(second, missing(second)).body("queued", equalTo(told.size() + 1));
      Set<String> all = new HashSet<>(told);
      all.addAll(List.of(grave, light));
      await().atMost(SOON).until(() -> ids(later).equals(all));
      for (Call call : later.calls()) {
        assertArrayEquals(before.calls(call.id()).get(0).body(), call.body());
      }
      done(second, missing(second)).body("queued", equalTo(0));
      assertEquals(all.size(), later.calls().size(), "each once");
      everyOneIsInTheFeedThatThePartyItselfSees(second);
    }
  }

  /** The policies of the feed, and not the statement that makes deliveries, say what is its own. */
  private static void everyOneIsInTheFeedThatThePartyItselfSees(Subscriber subscriber)
      throws SQLException {
    Set<String> own =
        Database.as(
            subscriber.party(),
            connection -> {
              Set<String> seen = new HashSet<>();
              var rows =
                  connection.createStatement().executeQuery("SELECT event_id FROM feed_entry");
              while (rows.next()) {
                seen.add(rows.getString(1));
              }
              return seen;
            });
    List<String> delivered =
        Database.column(
            "SELECT notification_id FROM delivery WHERE subscription_id = ?",
            UUID.fromString(subscriber.id()));
    assertTrue(own.containsAll(delivered) && !delivered.isEmpty());
  }

  @Test
  void what_the_marking_allows_comes_whole_even_if_nobody_had_it_so() throws Exception {
    try (Receiver before = Receiver.ok();
        Receiver later = Receiver.ok()) {
      Subscriber thin = Subscriber.to(before.url(), TYPE);
      UUID onlyThin = publish(TYPE, event -> event.put("tlp", "GREEN"), thin);
      thin.delivery(onlyThin, "DELIVERED");
      Map<String, Object> full = Subscriber.content(before.url(), List.of(TYPE), "payload", "FULL");
      ValidatableResponse made = Subscriber.create(thin.party(), full).statusCode(201);
      Subscriber whole =
          new Subscriber(thin.party(), made.extract().path("id"), made.extract().path("secret"));
      UUID kept = publish(TYPE, event -> event.put("tlp", "GREEN"), thin);
      whole.delivery(kept, "DELIVERED");
      UUID red = publish(TYPE, event -> event.put("tlp", "RED"), thin);
      whole.delivery(red, "DELIVERED");

      full.put("url", later.url());
      made = Subscriber.create(thin.party(), full).statusCode(201);
      Subscriber second =
          new Subscriber(thin.party(), made.extract().path("id"), made.extract().path("secret"));
      done(second, missing(second)).body("queued", equalTo(3));
      await().atMost(SOON).until(() -> later.calls().size() == 3);
      byte[] longest =
          before.calls(kept).stream()
              .map(Call::body)
              .max((a, b) -> Integer.compare(a.length, b.length))
              .orElseThrow();
      assertArrayEquals(longest, later.calls(kept).get(0).body());
      assertFalse(says(before.calls(onlyThin).get(0), "severity"));
      assertTrue(says(later.calls(onlyThin).get(0), "severity"));
      assertArrayEquals(before.calls(red).get(0).body(), later.calls(red).get(0).body());
    }
  }

  private static boolean says(Call call, String member) throws IOException {
    return new ObjectMapper().readTree(call.body()).get("data").has(member);
  }

  @Test
  void an_event_whose_transaction_is_older_than_the_subscription_is_waited_for() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      String party = Subscriber.newParty();
      UUID event = UUID.randomUUID();
      Map<String, Object> asked = new HashMap<>();
      Database.as(
          "SYSTEM",
          connection -> {
            // What the transaction of an event writes for a party that has no subscription.
            try (var statement =
                connection.prepareStatement(
                    """
                    WITH n AS (
                      INSERT INTO notification (id, type, object_id, occurred_at, body)
                      VALUES (?, 'incident.received', gen_random_uuid(), now(), '{"data": {}}')
                      RETURNING id, type)
                    INSERT INTO feed_arrival (event_id, event_type, audience)
                    SELECT id, type, ARRAY[?] FROM n""")) {
              statement.setObject(1, event);
              statement.setString(2, party);
              statement.executeUpdate();
            }
            Subscriber late = Subscriber.of(party, receiver.url(), TYPE);
            String id = missing(late);
            asked.put(id, late);
            await()
                .atMost(SOON)
                .until(() -> read(late, id).extract().<Integer>path("sequence") >= 3);
            return read(late, id).body("state", equalTo("RUNNING")).body("seen", equalTo(0));
          });
      for (Map.Entry<String, Object> one : asked.entrySet()) {
        Subscriber late = (Subscriber) one.getValue();
        done(late, one.getKey()).body("queued", equalTo(1));
        late.delivery(event, "DELIVERED");
      }
    }
  }

  @Test
  void asking_again_with_the_same_key_asks_once_and_nobody_else_sees_it() {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    Subscriber other = Subscriber.to("http://127.0.0.1:9/", TYPE);
    String path = "/api/v1/subscriptions/" + subscriber.id() + "/recoveries";
    String key = UUID.randomUUID().toString();
    List<String> ids =
        List.of(1, 2).stream()
            .map(
                n ->
                    subscriber
                        .request()
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(Map.of("since", SINCE))
                        .post(path)
                        .then()
                        .statusCode(202)
                        .header("ETag", "\"1\"")
                        .extract()
                        .<String>path("id"))
            .toList();
    assertEquals(ids.get(0), ids.get(1));
    ValidatableResponse asked = read(subscriber, ids.get(0)).body("what", equalTo("FAILED"));
    String id = asked.extract().path("id");
    other.request().get("/api/v1/recoveries/" + id).then().statusCode(404);
    other.request().post("/api/v1/recoveries/" + id + "/cancel").then().statusCode(404);
    other.request().get(path).then().statusCode(404);
    other
        .request()
        .contentType(ContentType.JSON)
        .body(Map.of("since", SINCE))
        .post(path)
        .then()
        .statusCode(404);
    Subscriber.as(Tokens.operator()).get(path).then().statusCode(200);
    Subscriber.as(Tokens.operator()).get("/api/v1/recoveries/" + id).then().statusCode(200);
    Subscriber.as(Tokens.operator())
        .contentType(ContentType.JSON)
        .body(Map.of("since", SINCE))
        .post(path)
        .then()
        .statusCode(403);
  }

  @Test
  void the_answer_says_where_it_is_read() {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    ValidatableResponse asked = ask(subscriber, Map.of("since", SINCE)).statusCode(202);
    String id = asked.extract().path("id");
    asked.header("Location", endsWith("/api/v1/recoveries/" + id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/since|REQUIRED",
        "{\"since\": \"2099-01-01T00:00:00Z\"}|/since|FUTURE",
        "{\"since\": \"yesterday\"}|/since|FORMAT",
        "{\"since\": \"0001-01-01T00:00:00Z\"}|/since|OUT_OF_RANGE",
        "{\"since\": \"2026-01-02T00:00:00Z\", \"until\": \"2026-01-01T00:00:00Z\"}|/until|ORDER",
        "{\"since\": \"2026-01-02T00:00:00Z\", \"until\": \"2026-01-02T00:00:00Z\"}|/until|ORDER",
        "{\"since\": \"2026-01-02T00:00:00Z\", \"what\": \"ALL\"}|/what|FORMAT",
        "{\"since\": \"2026-01-02T00:00:00Z\", \"limit\": 3}|/limit|UNKNOWN_FIELD"
      })
  void what_cannot_be_meant_is_refused_by_field(String body, String pointer, String code) {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    subscriber
        .request()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/subscriptions/" + subscriber.id() + "/recoveries")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
  }

  private static ValidatableResponse ask(Subscriber subscriber, Map<String, Object> body) {
    return subscriber
        .request()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/subscriptions/" + subscriber.id() + "/recoveries")
        .then();
  }

  private static String missing(Subscriber subscriber) {
    return ask(subscriber, Map.of("since", SINCE, "what", "MISSING"))
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static ValidatableResponse read(Subscriber subscriber, String id) {
    return subscriber.request().get("/api/v1/recoveries/" + id).then().statusCode(200);
  }

  private static ValidatableResponse done(Subscriber subscriber, String id) {
    await().atMost(SOON).until(() -> read(subscriber, id).extract().path("state").equals("DONE"));
    return read(subscriber, id).body("$", hasKey("endedAt"));
  }

  private static Call only(Receiver receiver) {
    await().atMost(SOON).until(() -> receiver.calls().size() == 1);
    return receiver.calls().get(0);
  }

  private static Set<String> ids(Receiver receiver) {
    return receiver.calls().stream().map(Call::id).collect(Collectors.toSet());
  }

  private static UUID publish(String type, Consumer<ObjectNode> change, Subscriber to) {
    UUID incident = UUID.randomUUID();
    ObjectNode event = IncidentEvents.example(type);
    event.put("id", incident.toString());
    event.putArray("audience").add(to.party());
    change.accept(event);
    return Events.publish("phoihop.incident", type, incident.toString(), event.toString());
  }

  private static String daysAgo(int days) {
    return Instant.parse(SINCE).plus(Duration.ofDays(400L - days)).toString();
  }

  private static long count(Subscriber subscriber, String state) throws SQLException {
    return Database.count(
        "SELECT count(*) FROM delivery WHERE subscription_id = ? AND state = ?",
        UUID.fromString(subscriber.id()),
        state);
  }

  /** Deliveries of events that happened some days ago, as they stand after their attempts. */
  private static void failed(Subscriber subscriber, int count, String state, int daysAgo)
      throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  WITH n AS (
                    INSERT INTO notification (id, type, object_id, occurred_at, body)
                    SELECT gen_random_uuid(), 'incident.received', gen_random_uuid(),
                      now() - ? * interval '1 day', convert_to('{"n":' || i || '}', 'UTF8')
                    FROM generate_series(1, ?) AS i RETURNING id, type)
                  INSERT INTO delivery (party, subscription_id, notification_id, event_type, state,
                    attempts, tries, next_at)
                  SELECT ?, ?, id, type, ?, 10, 10, now() FROM n""")) {
            statement.setInt(1, daysAgo);
            statement.setInt(2, count);
            statement.setString(3, subscriber.party());
            statement.setObject(4, UUID.fromString(subscriber.id()));
            statement.setString(5, state);
            return statement.executeUpdate();
          }
        });
  }
}
