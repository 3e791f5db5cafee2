package vn.phoihop.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import vn.phoihop.platform.ledger.OutboxRow;

/** The statements of the relay, on a connection of its own in autocommit. */
final class OutboxTable {

  private static final String CHANNEL = "'outbox_' || current_schema()";
  private static final int HEARING_MILLIS = 5_000;

  /** Rows that are read at once. */
  static final int MOST = 200;

  // Rows are flagged, never passed by a cursor: a late commit of a lower seq is only late. One
  // statement marks the last
  // batch and reads the next; it sees the rows as they were before its own marks, hence the last
  // condition.
  static final String MARK_AND_READ =
      """
      WITH sent AS (UPDATE outbox SET published_at = now() WHERE seq = ANY (?)),
           refused AS (UPDATE outbox SET failed_at = now() WHERE seq = ANY (?))
      SELECT seq, id, topic, type, aggregate_id, occurred_at, payload FROM outbox o
      WHERE published_at IS NULL AND failed_at IS NULL
        AND NOT EXISTS (SELECT FROM outbox f WHERE f.failed_at IS NOT NULL AND f.aggregate_id = o.aggregate_id)
        AND seq <> ALL (?)
      ORDER BY seq LIMIT %d"""
          .formatted(MOST);

  private final Connection connection;

  OutboxTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * A row to send; a null payload is a tombstone.
   *
   * @param seq null where it was handed over, and not read
   */
  record Row(
      @Nullable Long seq,
      UUID id,
      String topic,
      String type,
      UUID aggregateId,
      Instant occurredAt,
      @Nullable String payload) {

    static Row handed(OutboxRow row) {
      return new Row(
          null,
          row.id(),
          row.topic(),
          row.type(),
          row.aggregateId(),
          row.occurredAt(),
          row.payload());
    }
  }

  /** Whether this instance now is the one that relays; the lock lasts as long as the connection. */
  boolean lock() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT pg_try_advisory_lock(hashtextextended('outbox.' || current_schema(), 0))")) {
      return result.next() && result.getBoolean(1);
    }
  }

  List<Row> markAndRead(OutboxSender.Result last) throws SQLException {
    Long[] sent = numbers(last.sent());
    Long[] refused = numbers(last.refused());
    Long[] done = Stream.of(sent, refused).flatMap(Stream::of).toArray(Long[]::new);
    try (PreparedStatement statement = connection.prepareStatement(MARK_AND_READ)) {
      statement.setArray(1, connection.createArrayOf("int8", sent));
      statement.setArray(2, connection.createArrayOf("int8", refused));
      statement.setArray(3, connection.createArrayOf("int8", done));
      List<Row> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(
              new Row(
                  result.getLong(1),
                  result.getObject(2, UUID.class),
                  result.getString(3),
                  result.getString(4),
                  result.getObject(5, UUID.class),
                  result.getObject(6, OffsetDateTime.class).toInstant(),
                  result.getString(7)));
        }
      }
      return rows;
    }
  }

  private static Long[] numbers(List<Row> rows) {
    return rows.stream().map(Row::seq).toArray(Long[]::new);
  }

  void passOnWake() throws SQLException {
    execute("SELECT pg_notify(" + CHANNEL + ", '')");
  }

  void listen() throws SQLException {
    // LISTEN takes an identifier, not an expression.
    String channel;
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT quote_ident(" + CHANNEL + ")")) {
      result.next();
      channel = result.getString(1);
    }
    execute("LISTEN " + channel);
  }

  /** Waits for a wake-up of another instance; false after a few seconds without. */
  boolean heard() throws SQLException {
    return connection.unwrap(PGConnection.class).getNotifications(HEARING_MILLIS).length > 0;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
