package vn.phoihop.notification.feed;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The feed as it is read: numbered entries only. */
@ApplicationScoped
class FeedRepository {

  /** Entries that one call looks through at most, however few of them fit. */
  static final int WINDOW = 1_000;

  /**
   * A party's numbers have no gaps, so that the window is a range of its key, and a page without a
   * fitting entry moves on by it.
   */
  static final String READ =
      """
      WITH head AS (SELECT coalesce(
        (SELECT seq FROM feed_entry WHERE party = ? ORDER BY seq DESC LIMIT 1), 0) AS seq)
      SELECT h.seq AS head, f.seq, f.event_id, f.event_type, f.at, feed_body(f.event_id) AS body
      FROM head h
      LEFT JOIN LATERAL (
        SELECT e.seq, e.event_id, e.event_type, e.at FROM feed_entry e
        WHERE e.party = ? AND e.seq > ? AND e.seq <= ? AND coalesce(e.event_type = ANY (?), true)
        ORDER BY e.seq LIMIT ?) f ON true
      ORDER BY f.seq""";

  static final String BEFORE =
      """
      SELECT coalesce(
        (SELECT seq - 1 FROM feed_entry WHERE party = ? AND at >= ? ORDER BY at, seq LIMIT 1),
        (SELECT seq FROM feed_entry WHERE party = ? ORDER BY seq DESC LIMIT 1), 0)""";

  private final AgroalDataSource dataSource;

  FeedRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What follows a number. */
  FeedSlice after(String party, long seq, @Nullable Set<String> types, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setString(1, party);
      statement.setString(2, party);
      statement.setLong(3, seq);
      statement.setLong(4, seq + WINDOW);
      statement.setArray(
          5, types == null ? null : connection.createArrayOf("text", types.toArray()));
      statement.setInt(6, limit);
      return slice(statement, seq, limit);
    } catch (SQLException e) {
      throw new IllegalStateException("the feed could not be read", e);
    }
  }

  /** The number after which everything came at this time or later. */
  long before(String party, Instant time) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BEFORE)) {
      statement.setString(1, party);
      statement.setObject(2, time.atOffset(ZoneOffset.UTC));
      statement.setString(3, party);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the feed could not be read", e);
    }
  }

  private static FeedSlice slice(PreparedStatement statement, long seq, int limit)
      throws SQLException {
    List<FeedItem> items = new ArrayList<>();
    long head = 0;
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        head = rows.getLong("head");
        UUID event = rows.getObject("event_id", UUID.class);
        if (event != null) {
          items.add(
              new FeedItem(
                  rows.getLong("seq"),
                  event,
                  rows.getString("event_type"),
                  rows.getObject("at", OffsetDateTime.class).toInstant(),
                  new String(rows.getBytes("body"), StandardCharsets.UTF_8)));
        }
      }
    }
    long end = items.size() == limit ? items.get(limit - 1).seq() : Math.min(seq + WINDOW, head);
    return new FeedSlice(items, end, head);
  }
}
