package vn.phoihop.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import vn.phoihop.platform.test.Database;

/** The feed's rows, written as the service's transactions write them, or in bulk. */
final class FeedRows {

  static final Duration SOON = Duration.ofSeconds(20);

  private FeedRows() {}

  /** What the transaction of an event leaves behind, on a connection of SYSTEM. */
  static UUID arrive(Connection connection, String... audience) throws SQLException {
    UUID event = UUID.randomUUID();
    try (PreparedStatement said =
            connection.prepareStatement(
                "INSERT INTO notification (id, type, object_id, occurred_at, body)"
                    + " VALUES (?, 'incident.received', ?, now(), '{}')");
        PreparedStatement arrival =
            connection.prepareStatement(
                "INSERT INTO feed_arrival (event_id, event_type, audience)"
                    + " VALUES (?, 'incident.received', ?)")) {
      said.setObject(1, event);
      said.setObject(2, UUID.randomUUID());
      said.executeUpdate();
      arrival.setObject(1, event);
      arrival.setArray(2, connection.createArrayOf("text", audience));
      arrival.executeUpdate();
    }
    return event;
  }

  /** So many numbered entries of a party, each with a body of so many bytes. */
  static void entries(String party, String type, int from, int to, int bytes) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  WITH said AS (
                    INSERT INTO notification (id, type, object_id, occurred_at, body)
                    SELECT gen_random_uuid(), ?, gen_random_uuid(), now(),
                      convert_to('{"n":' || i || ',"fill":"' || repeat('x', ?) || '"}', 'UTF8')
                    FROM generate_series(?, ?) AS i RETURNING id)
                  INSERT INTO feed_entry (party, seq, event_id, event_type, at)
                  SELECT ?, ? - 1 + row_number() OVER (), id, ?,
                    timestamptz '2026-01-01T00:00:00Z' + row_number() OVER () * interval '1 s'
                  FROM said""")) {
            insert.setString(1, type);
            insert.setInt(2, bytes);
            insert.setInt(3, from);
            insert.setInt(4, to);
            insert.setString(5, party);
            insert.setInt(6, from);
            insert.setString(7, type);
            return insert.executeUpdate();
          }
        });
  }

  static List<UUID> events(String party) throws SQLException {
    return Database.column("SELECT event_id FROM feed_entry WHERE party = ? ORDER BY seq", party)
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  static void awaitEvents(int count, String party) {
    Awaitility.await().atMost(SOON).until(() -> events(party).size() == count);
  }

  /** The party's numbers are 1, 2, 3 and so on. */
  static void assertNoGap(String party) throws SQLException {
    List<Long> numbers =
        Database.column("SELECT seq FROM feed_entry WHERE party = ? ORDER BY seq", party).stream()
            .map(Long::valueOf)
            .toList();
    assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
  }
}
