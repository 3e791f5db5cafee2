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
import vn.phoihop.platform.identity.RoundTrip;
import vn.phoihop.platform.identity.TransactionParty;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.time.Ids;

/** The rows that a consumer remembers by, written in the transaction of the effect. */
@Singleton
class InboxTable {

  private static final String TAKE =
      """
      INSERT INTO inbox (source, event_id, consumer)
      SELECT source, event_id, ? FROM unnest(?::text[], ?::uuid[]) AS t (source, event_id)
      ON CONFLICT DO NOTHING RETURNING event_id""";

  private static final Object NOTHING = new Object();

  private final AgroalDataSource dataSource;
  private final TransactionParty parties;
  private final RoundTrip roundTrip;
  private final Ids ids;

  InboxTable(AgroalDataSource dataSource, TransactionParty parties, RoundTrip roundTrip, Ids ids) {
    this.dataSource = dataSource;
    this.parties = parties;
    this.roundTrip = roundTrip;
    this.ids = ids;
  }

  /**
   * What a statement answered that went along.
   *
   * @param fresh the events that were not taken before
   */
  record Taken<T>(List<ReceivedEvent> fresh, T answer) {}

  /** Marks events as taken by this consumer and returns those that were not yet. */
  List<ReceivedEvent> take(String consumer, List<ReceivedEvent> events) {
    return takeWith(consumer, events, "", (statement, first) -> {}, rows -> NOTHING).fresh();
  }

  /** The same, and in the same round trip a statement that is about these events. */
  <T> Taken<T> takeWith(
      String consumer,
      List<ReceivedEvent> events,
      String sql,
      RoundTrip.Parameters parameters,
      RoundTrip.Answer<T> answer) {
    // The first statement of its transaction, as a rule.
    String party = parties.take();
    String take = party == null ? TAKE : RoundTrip.BEGIN + TAKE;
    int next = 1;
    try (Connection connection = parties.connect(dataSource);
        PreparedStatement statement =
            connection.prepareStatement(sql.isEmpty() ? take : take + ";\n" + sql)) {
      if (party != null) {
        statement.setString(next++, party);
      }
      statement.setString(next++, consumer);
      statement.setArray(
          next++,
          connection.createArrayOf(
              "text", events.stream().map(ReceivedEvent::source).toArray(String[]::new)));
      statement.setArray(
          next++,
          connection.createArrayOf(
              "uuid", events.stream().map(ReceivedEvent::id).toArray(UUID[]::new)));
      parameters.set(statement, next);
      statement.execute();
      if (party != null) {
        statement.getMoreResults();
      }
      List<ReceivedEvent> fresh = fresh(events, statement);
      statement.getMoreResults();
      try (ResultSet rows = statement.getResultSet()) {
        return new Taken<>(fresh, answer.read(rows));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the inbox could not be written", e);
    }
  }

  private static List<ReceivedEvent> fresh(List<ReceivedEvent> events, PreparedStatement taken)
      throws SQLException {
    Set<UUID> fresh = new HashSet<>();
    try (ResultSet rows = taken.getResultSet()) {
      while (rows.next()) {
        fresh.add(rows.getObject(1, UUID.class));
      }
    }
    // remove, not contains: the same event may stand twice in one batch.
    return events.stream().filter(event -> fresh.remove(event.id())).toList();
  }

  /** A statement about events that need no inbox rows, or have them. */
  <T> T send(String sql, RoundTrip.Parameters parameters, RoundTrip.Answer<T> answer) {
    try {
      return roundTrip.send(sql, parameters, answer);
    } catch (SQLException e) {
      throw new IllegalStateException("a consumer's statement failed", e);
    }
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
