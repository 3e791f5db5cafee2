package vn.phoihop.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries that come into the queue by batches. Every statement is about one subscription. */
@ApplicationScoped
class RequeueRepository {

  /** The rows of a batch are sent one after the other at the pace. */
  private static final String SPREAD =
      "now() + (row_number() OVER (ORDER BY %s) - 1) * interval '1 s' / ?";

  /**
   * However few of the rows lie in the window, no more than a batch is looked at. A row that is
   * being moved by somebody else is waited for, and left alone if it no longer has failed. The
   * subscription is a range of one: with an equation the order by id would be for the asking by the
   * primary key too, over everybody's deliveries.
   */
  static final String FAILED =
      """
      WITH seen AS MATERIALIZED (
        SELECT d.id, d.notification_id FROM delivery d
        WHERE (d.subscription_id, d.id) > (?, ?) AND d.subscription_id <= ?
          AND d.state IN ('DEAD_LETTER', 'RETRY_WAIT')
        ORDER BY d.subscription_id, d.id LIMIT ?),
      meant AS (
        SELECT x.id, %s AS next_at FROM seen x JOIN notification n ON n.id = x.notification_id
        WHERE n.type <> 'ping' AND n.occurred_at >= ? AND coalesce(n.occurred_at < ?, true)),
      queued AS (
        UPDATE delivery d SET state = 'REPLAYED', tries = 0, next_at = meant.next_at,
          sequence = d.sequence + 1
        FROM meant
        WHERE d.id = meant.id AND d.state IN ('DEAD_LETTER', 'RETRY_WAIT') AND d.created_at <= ?
        RETURNING d.id)
      SELECT count(*), (SELECT count(*) FROM queued),
        (SELECT id FROM seen ORDER BY id DESC LIMIT 1)
      FROM seen"""
          .formatted(SPREAD.formatted("x.id"));

  /**
   * The party's feed, whose numbers have no gaps, says what it was told; {@link
   * QueueRepository#HEARS} is asked as if it was told now.
   */
  static final String MISSING =
      """
      WITH seen AS MATERIALIZED (
        SELECT f.seq, f.event_id FROM feed_entry f
        WHERE f.party = ? AND f.seq > ? AND f.seq <= ?
        ORDER BY f.seq),
      queued AS (
        INSERT INTO delivery (party, subscription_id, notification_id, event_type, state, attempts,
          tries, next_at, full_payload, object_id)
        SELECT s.party, s.id, e.id, e.type, 'QUEUED', 0, 0, %s,
          s.payload = 'FULL' AND e.full_body IS NOT NULL AND coalesce(
            convert_from(e.body, 'UTF8')::jsonb #>> '{data,tlp}' = ANY (?), false),
          CASE WHEN s.event_order = 'PER_OBJECT' THEN e.object_id END
        FROM seen x
        JOIN notification e ON e.id = x.event_id
        JOIN subscription s ON s.id = ? AND s.party = ? AND %s
        WHERE e.occurred_at >= ? AND coalesce(e.occurred_at < ?, true)
          AND NOT EXISTS (SELECT FROM delivery d
            WHERE d.notification_id = e.id AND d.subscription_id = s.id)
          -- Nor is it about to be written.
          AND NOT EXISTS (SELECT FROM untold u
            WHERE u.event_id = e.id AND s.id = ANY (u.subscription_ids))
        ORDER BY x.seq
        ON CONFLICT DO NOTHING
        RETURNING id)
      SELECT count(seq), (SELECT count(*) FROM queued), max(seq),
        coalesce((SELECT NOT EXISTS (SELECT FROM feed_arrival WHERE n <= a.last)
          FROM (VALUES (?::bigint)) AS a (last) WHERE a.last IS NOT NULL), false)
      FROM seen"""
          .formatted(SPREAD.formatted("x.seq"), QueueRepository.HEARS);

  private static final String BEFORE =
      """
      SELECT coalesce(
        (SELECT seq - 1 FROM feed_entry WHERE party = ? AND at >= ? ORDER BY at, seq LIMIT 1),
        (SELECT seq FROM feed_entry WHERE party = ? ORDER BY seq DESC LIMIT 1), 0)""";

  private static final String BEHIND =
      """
      SELECT count(*) FROM (
        SELECT FROM delivery WHERE subscription_id = ? AND next_at <= now()
          AND state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED')
        LIMIT ?) due""";

  private final AgroalDataSource dataSource;

  RequeueRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Nullable Integer ratePerSecond(UUID subscriptionId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT rate_per_second FROM subscription WHERE id = ?")) {
      statement.setObject(1, subscriptionId);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getObject(1, Integer.class) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the subscription could not be read", e);
    }
  }

  /** Whether so many deliveries are due and not under way. */
  boolean isBehind(UUID subscriptionId, int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BEHIND)) {
      statement.setObject(1, subscriptionId);
      statement.setInt(2, most);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1) >= most;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the queue could not be read", e);
    }
  }

  Requeued<UUID> failed(Window window, UUID after, Instant upto, int pace, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FAILED)) {
      statement.setObject(1, window.subscriptionId());
      statement.setObject(2, after);
      statement.setObject(3, window.subscriptionId());
      statement.setInt(4, limit);
      statement.setInt(5, pace);
      statement.setObject(6, time(window.since()));
      statement.setObject(7, time(window.until()));
      statement.setObject(8, time(upto));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        int seen = rows.getInt(1);
        return new Requeued<>(seen, rows.getInt(2), rows.getObject(3, UUID.class), seen < limit);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("what has failed could not be queued", e);
    }
  }

  Requeued<Long> missing(
      Window window,
      @Nullable Long after,
      Instant from,
      @Nullable Long lastArrival,
      int pace,
      int limit) {
    long start = after == null ? before(window.party(), from) : after;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(MISSING)) {
      statement.setString(1, window.party());
      statement.setLong(2, start);
      statement.setLong(3, start + limit);
      statement.setInt(4, pace);
      statement.setArray(
          5, connection.createArrayOf("text", Announcement.clearTo(window.party()).toArray()));
      statement.setObject(6, window.subscriptionId());
      statement.setString(7, window.party());
      statement.setObject(8, time(window.since()));
      statement.setObject(9, time(window.until()));
      statement.setObject(10, lastArrival, java.sql.Types.BIGINT);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        int seen = rows.getInt(1);
        return new Requeued<>(
            seen,
            rows.getInt(2),
            rows.getObject(3, Long.class),
            seen < limit && rows.getBoolean(4));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("what is missing could not be queued", e);
    }
  }

  /** The number after which everything came into a party's feed at this time or later. */
  private long before(String party, Instant from) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BEFORE)) {
      statement.setString(1, party);
      statement.setObject(2, time(from));
      statement.setString(3, party);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the feed could not be read", e);
    }
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
