package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;

/** The deliveries of an event to many are written in parts. */
@QuarkusTest
class EventToManyTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(30);

  /** More than the first part. */
  private static final int MANY = 120;

  @Inject RequeueRepository requeue;
  @Inject Scheduler scheduler;
  @Inject SystemParty system;

  @Test
  void each_of_many_is_told_once() throws Exception {
    String[] parties = Stream.generate(Subscriber::newParty).limit(24).toArray(String[]::new);
    try (Receiver receiver = Receiver.ok()) {
      for (int i = 0; i < MANY; i++) {
        // Each its own address, to tell them apart.
        String url = receiver.url() + "&n=" + i;
        Object order = i == MANY - 1 ? "PER_OBJECT" : "NONE";
        Subscriber.create(
                parties[i % parties.length], Subscriber.content(url, List.of(TYPE), "order", order))
            .statusCode(201);
      }
      UUID first = IncidentEvents.publish(TYPE, parties);
      UUID second = IncidentEvents.publish(TYPE, parties);
      await().atMost(SOON).until(() -> delivered(first) + delivered(second) == 2 * MANY);
      Set<String> told = new HashSet<>();
      for (Receiver.Call call : receiver.calls()) {
        assertTrue(told.add(call.line() + " " + call.id()), () -> "twice: " + call.line());
      }
      assertEquals(2 * MANY, told.size());
      assertEquals(0, untold(first) + untold(second));
    }
  }

  @Test
  void what_an_instance_that_is_gone_has_begun_another_ends() throws Exception {
    String party = Subscriber.newParty();
    try (Receiver before = Receiver.ok();
        Receiver after = Receiver.ok()) {
      Subscriber told = Subscriber.of(party, before.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, party);
      told.delivery(event, "DELIVERED");
      List<Subscriber> others =
          IntStream.range(0, 3).mapToObj(i -> Subscriber.of(party, after.url(), TYPE)).toList();
      Subscriber deleted = Subscriber.of(party, after.url(), TYPE);
      deleted
          .request()
          .header("If-Match", "*")
          .delete("/api/v1/subscriptions/" + deleted.id())
          .then()
          .statusCode(204);
      leave(event, List.of(others.get(0), deleted, others.get(1), others.get(2)));
      for (Subscriber other : others) {
        other.delivery(event, "DELIVERED").extract();
      }
      await().atMost(SOON).until(() -> untold(event) == 0);
      assertEquals(3, after.calls().size());
      assertEquals(before.calls().get(0).text(), after.calls().get(0).text());
      assertEquals(4, delivered(event));
    }
  }

  @Test
  void what_is_about_to_be_written_is_not_missing() throws Exception {
    String party = Subscriber.newParty();
    try (Receiver receiver = Receiver.ok()) {
      Subscriber told = Subscriber.of(party, receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, party);
      told.delivery(event, "DELIVERED");
      await()
          .atMost(SOON)
          .until(
              () ->
                  Database.count("SELECT count(*) FROM feed_entry WHERE event_id = ?", event) == 1);
      Subscriber other = Subscriber.of(party, receiver.url(), TYPE);
      // The poll would write it before anybody asks.
      scheduler.pause();
      try {
        leave(event, List.of(other));
        Requeued<Long> found = missing(other);
        assertEquals(1, found.seen());
        assertEquals(0, found.queued());
      } finally {
        scheduler.resume();
      }
      other.delivery(event, "DELIVERED");
      assertEquals(0, missing(other).queued());
      assertEquals(2, receiver.calls().size());
    }
  }

  private Requeued<Long> missing(Subscriber subscriber) {
    Instant always = Instant.parse("2026-01-01T00:00:00Z");
    Window window = new Window(UUID.fromString(subscriber.id()), subscriber.party(), always, null);
    return system.call(
        () ->
            QuarkusTransaction.requiringNew()
                .call(() -> requeue.missing(window, 0L, always, null, 100, 100)));
  }

  /** As it is left by an instance that dies with an event's first part. */
  private static void leave(UUID event, List<Subscriber> to) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  INSERT INTO untold (event_id, subscription_ids, full_payload)
                  SELECT ?, ids, array_fill(false, ARRAY[cardinality(ids)])
                  FROM (VALUES (?::uuid[])) AS t (ids)""")) {
            statement.setObject(1, event);
            statement.setArray(
                2, connection.createArrayOf("uuid", to.stream().map(Subscriber::id).toArray()));
            return statement.executeUpdate();
          }
        });
  }

  private static long delivered(UUID event) throws SQLException {
    return Database.count(
        "SELECT count(*) FROM delivery WHERE notification_id = ? AND state = 'DELIVERED'", event);
  }

  private static long untold(UUID event) throws SQLException {
    return Database.count("SELECT count(*) FROM untold WHERE event_id = ?", event);
  }
}
