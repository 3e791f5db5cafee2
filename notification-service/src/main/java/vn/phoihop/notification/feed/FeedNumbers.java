package vn.phoihop.notification.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** The statements of the sequencer, on a connection of its own in autocommit. */
final class FeedNumbers {

  private static final String CHANNEL = "'feed_' || current_schema()";

  /** Said instead of the parties where they are too many for a notification. */
  static final String EVERYBODY = "*";

  /** All or nothing: a number is there with its entry, and what has one waits no more. */
  private static final String NUMBER =
      """
      WITH taken AS (
        DELETE FROM feed_arrival WHERE n = ANY (ARRAY(SELECT n FROM feed_arrival ORDER BY n LIMIT ?))
        RETURNING n, event_id, event_type, audience),
      heard AS (
        SELECT t.n, t.event_id, t.event_type, a.party FROM taken t, unnest(t.audience) AS a (party)),
      head AS (
        SELECT p.party, coalesce(f.seq, 0) AS seq, f.at
        FROM (SELECT DISTINCT party FROM heard) p
        LEFT JOIN LATERAL (
          SELECT e.seq, e.at FROM feed_entry e WHERE e.party = p.party
          ORDER BY e.seq DESC LIMIT 1) f ON true),
      numbered AS (
        INSERT INTO feed_entry (party, seq, event_id, event_type, at)
        SELECT h.party, head.seq + row_number() OVER (PARTITION BY h.party ORDER BY h.n),
          h.event_id, h.event_type, greatest(now(), head.at)
        FROM heard h JOIN head USING (party)),
      told AS (SELECT string_agg(party, ',') AS parties FROM head)
      SELECT (SELECT count(*) FROM taken), CASE WHEN parties IS NOT NULL THEN
        pg_notify(%s, CASE WHEN length(parties) > 7000 THEN '%s' ELSE parties END) END
      FROM told"""
          .formatted(CHANNEL, EVERYBODY);

  private final Connection connection;

  FeedNumbers(Connection connection) {
    this.connection = connection;
  }

  /** Whether this instance now is the one that numbers; as long as the connection lasts. */
  boolean lock() throws SQLException {
    execute("SELECT set_config('app.party', 'SYSTEM', false)");
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT pg_try_advisory_lock(hashtextextended('feed.' || current_schema(), 0))")) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** Numbers what has arrived, oldest first; how many events that were. */
  int number(int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
      statement.setInt(1, most);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getInt(1) : 0;
      }
    }
  }

  /** Says to the instance that numbers that there is something. */
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

  /** Waits for notifications: each is empty, or names the parties that have new entries. */
  List<String> heard(int millis) throws SQLException {
    List<String> heard = new ArrayList<>();
    for (PGNotification said : connection.unwrap(PGConnection.class).getNotifications(millis)) {
      heard.add(said.getParameter());
    }
    return heard;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
