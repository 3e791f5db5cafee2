package vn.phoihop.platform.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.time.Ids;

/** The rows that a consumer remembers by, written in the transaction of the effect. */
@Singleton
class InboxTable {

  private final AgroalDataSource dataSource;
  private final Ids ids;

  InboxTable(AgroalDataSource dataSource, Ids ids) {
    this.dataSource = dataSource;
    this.ids = ids;
  }

  /** Marks events as taken by this consumer and returns those that were not yet. */
  List<ReceivedEvent> take(String consumer, List<ReceivedEvent> events) {
    Set<UUID> fresh = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO inbox (source, event_id, consumer)
                SELECT source, event_id, ? FROM unnest(?::text[], ?::uuid[]) AS t (source, event_id)
                ON CONFLICT DO NOTHING RETURNING event_id""")) {
      insert.setString(1, consumer);
      insert.setArray(
          2,
          connection.createArrayOf(
              "text", events.stream().map(ReceivedEvent::source).toArray(String[]::new)));
      insert.setArray(
          3,
          connection.createArrayOf(
              "uuid", events.stream().map(ReceivedEvent::id).toArray(UUID[]::new)));
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          fresh.add(rows.getObject(1, UUID.class));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the inbox could not be written", e);
    }
    // remove, not contains: the same event may stand twice in one batch.
    return events.stream().filter(event -> fresh.remove(event.id())).toList();
  }

  /** Keeps a record that cannot be taken, whole, for the operator. */
  void bury(String consumer, KafkaEvent event, String reason) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO dead_letter (id, consumer, topic, partition, "offset", key, headers, payload, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING""")) {
      insert.setObject(1, ids.next());
      insert.setString(2, consumer);
      insert.setString(3, event.record().topic());
      insert.setInt(4, event.record().partition());
      insert.setLong(5, event.record().offset());
      insert.setString(
          6, event.record().key() == null ? null : event.record().key().replace("\0", ""));
      insert.setString(7, EventJson.write(event.headers()).replace("\\u0000", ""));
      insert.setBytes(8, event.record().value());
      insert.setString(9, reason);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the dead letter could not be written", e);
    }
  }
}
