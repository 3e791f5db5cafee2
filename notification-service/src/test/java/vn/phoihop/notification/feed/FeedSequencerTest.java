package vn.phoihop.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.outbox.OutboxConnections;
import vn.phoihop.platform.test.Database;

/** Numbers without gap or double, whoever commits when; this test plays other instances. */
@QuarkusTest
class FeedSequencerTest {

  @Inject OutboxConnections connections;

  @Test
  void what_was_written_first_and_commits_last_is_not_passed_over() throws Exception {
    String party = Subscriber.newParty();
    Reader reader = new Reader(party);
    UUID[] late = new UUID[1];
    UUID[] early = new UUID[1];
    Database.as(
        "SYSTEM",
        first -> {
          late[0] = FeedRows.arrive(first, party);
          early[0] = Database.as("SYSTEM", second -> FeedRows.arrive(second, party));
          FeedRows.awaitEvents(1, party);
          reader.follow();
          assertEquals(List.of(early[0]), reader.seen);
          return null;
        });
    FeedRows.awaitEvents(2, party);
    reader.follow();
    assertEquals(List.of(early[0], late[0]), reader.seen);
  }

  @Test
  void who_follows_while_many_write_sees_each_event_once() throws Exception {
    String party = Subscriber.newParty();
    int writers = 6;
    int each = 40;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    List<Future<List<UUID>>> written = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      written.add(threads.submit(() -> write(party, each)));
    }
    Reader reader = new Reader(party);
    Awaitility.await()
        .atMost(FeedRows.SOON)
        .until(
            () -> {
              reader.follow();
              return reader.seen.size() >= writers * each;
            });
    threads.shutdown();

    Set<UUID> all = new HashSet<>();
    for (Future<List<UUID>> some : written) {
      all.addAll(some.get());
    }
    assertEquals(writers * each, reader.seen.size());
    assertEquals(all, new HashSet<>(reader.seen));
    FeedRows.assertNoGap(party);
  }

  /** Each transaction stays open until the next one of its thread has written. */
  private static List<UUID> write(String party, int count) throws SQLException {
    List<UUID> written = new ArrayList<>();
    for (int i = 0; i < count; i += 2) {
      Database.as(
          "SYSTEM",
          outer -> {
            written.add(FeedRows.arrive(outer, party));
            written.add(Database.as("SYSTEM", inner -> FeedRows.arrive(inner, party)));
            return null;
          });
    }
    return written;
  }

  @Test
  void one_instance_numbers_and_another_takes_over_when_its_connection_breaks() throws Exception {
    String party = Subscriber.newParty();
    Database.as("SYSTEM", connection -> FeedRows.arrive(connection, party));
    FeedRows.awaitEvents(1, party);
    try (Connection other = connections.openDurable("feed-test")) {
      FeedNumbers numbers = new FeedNumbers(other);
      assertFalse(numbers.lock(), "the service holds the lock");
      // Where the service was faster, its next connection breaks too.
      Awaitility.await()
          .atMost(FeedRows.SOON)
          .until(
              () -> {
                killSequencer();
                return numbers.lock();
              });
      UUID event = Database.as("SYSTEM", connection -> FeedRows.arrive(connection, party));
      // The service waits for the lock now.
      while (numbers.number(100) > 0) {}
      assertEquals(event, FeedRows.events(party).get(1));
    }
    Database.as("SYSTEM", connection -> FeedRows.arrive(connection, party));
    FeedRows.awaitEvents(3, party);
    FeedRows.assertNoGap(party);
  }

  @Test
  void broken_connections_leave_no_gap_and_no_double() throws Exception {
    String party = Subscriber.newParty();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<List<UUID>> written = thread.submit(() -> write(party, 100));
    while (!written.isDone()) {
      killSequencer();
    }
    thread.shutdown();
    FeedRows.awaitEvents(100, party);
    assertEquals(new HashSet<>(written.get()), new HashSet<>(FeedRows.events(party)));
    FeedRows.assertNoGap(party);
  }

  @Test
  void numbers_that_are_rolled_back_are_given_again() throws Exception {
    String party = Subscriber.newParty();
    try (Connection other = connections.openDurable("feed-test")) {
      FeedNumbers numbers = new FeedNumbers(other);
      numbers.lock();
      other.setAutoCommit(false);
      UUID[] event = new UUID[1];
      Database.as(
          "SYSTEM",
          connection -> {
            event[0] = FeedRows.arrive(connection, party);
            return null;
          });
      numbers.number(1_000);
      other.rollback();
      other.setAutoCommit(true);
      FeedRows.awaitEvents(1, party);
      assertEquals(List.of(event[0]), FeedRows.events(party));
    }
  }

  @Test
  void even_without_the_lock_nothing_is_numbered_twice() throws Exception {
    String party = Subscriber.newParty();
    int count = 200;
    Database.as(
        "SYSTEM",
        connection -> {
          for (int i = 0; i < count; i++) {
            FeedRows.arrive(connection, party);
          }
          return null;
        });
    int instances = 4;
    CountDownLatch together = new CountDownLatch(instances);
    Callable<Void> instance =
        () -> {
          try (Connection other = connections.openDurable("feed-test")) {
            FeedNumbers numbers = new FeedNumbers(other);
            numbers.lock();
            together.countDown();
            together.await();
            while (FeedRows.events(party).size() < count) {
              try {
                numbers.number(7);
              } catch (SQLException e) {
                // Two wanted the same number: the database let one of them have it.
                assertEquals("23505", e.getSQLState());
              }
            }
            return null;
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    for (Future<Void> done : threads.invokeAll(List.of(instance, instance, instance, instance))) {
      done.get();
    }
    threads.shutdown();
    FeedRows.assertNoGap(party);
    assertEquals(count, new HashSet<>(FeedRows.events(party)).size());
  }

  @Test
  void each_party_counts_for_itself_in_the_order_of_arrival() throws Exception {
    String one = Subscriber.newParty();
    String two = Subscriber.newParty();
    List<UUID> events = new ArrayList<>();
    Database.as(
        "SYSTEM",
        connection -> {
          events.add(FeedRows.arrive(connection, one, two));
          events.add(FeedRows.arrive(connection, two));
          events.add(FeedRows.arrive(connection, two, one));
          return null;
        });
    FeedRows.awaitEvents(3, two);
    assertEquals(events, FeedRows.events(two));
    assertEquals(List.of(events.get(0), events.get(2)), FeedRows.events(one));
    FeedRows.assertNoGap(one);
    FeedRows.assertNoGap(two);
  }

  private static void killSequencer() throws SQLException {
    Database.column(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
            + " 'feed-sequencer'");
  }

  /** Follows a party's feed by its cursor. */
  private static final class Reader {
    private final String party;
    private final List<UUID> seen = new ArrayList<>();
    private String cursor;

    private Reader(String party) {
      this.party = party;
    }

    private void follow() {
      boolean done;
      do {
        var page = FeedTest.page(party, cursor == null ? Map.of() : Map.of("cursor", cursor));
        page.<String>getList("items.id").forEach(id -> seen.add(UUID.fromString(id)));
        cursor = page.getString("next");
        done = page.getBoolean("done");
      } while (!done);
      assertTrue(cursor.length() > 20);
    }
  }
}
