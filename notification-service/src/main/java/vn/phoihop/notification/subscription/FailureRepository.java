package vn.phoihop.notification.subscription;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Receivers that fail. Each statement is about many at once; times are the database's, so that
 * instances need not agree on theirs, and nothing is kept in an instance.
 */
@ApplicationScoped
class FailureRepository {

  /**
   * Two failures 12 to 24 hours apart are 12 hours in a run that has no longer gap than 24. Where
   * nothing changes but the time of the last one, that is written once a minute.
   */
  private static final String MARK =
      """
      WITH bad AS (
        SELECT subscription_id, url, bool_or(in_a_row) AS in_a_row
        FROM unnest(?::uuid[], ?::text[], ?::boolean[]) AS t (subscription_id, url, in_a_row)
        GROUP BY subscription_id, url)
      INSERT INTO subscription_failure AS f (subscription_id, url, party, told_at)
      SELECT s.id, s.url, s.party, CASE WHEN bad.in_a_row THEN now() END
      FROM bad JOIN subscription s
        ON s.id = bad.subscription_id AND s.url = bad.url AND s.state IN ('ACTIVE', 'PAUSED')
      ORDER BY s.id
      ON CONFLICT (subscription_id, url) DO UPDATE SET last_failure_at = now(),
        run_since = CASE WHEN f.last_failure_at < now() - interval '24 h' THEN now()
          ELSE f.run_since END,
        failing_since = coalesce(f.failing_since,
          CASE WHEN f.last_failure_at >= now() - interval '24 h'
            AND f.run_since <= now() - interval '12 h' THEN now() END),
        told_at = coalesce(f.told_at, excluded.told_at)
      WHERE f.last_failure_at < now() - interval '1 min'
        OR (f.told_at IS NULL AND excluded.told_at IS NOT NULL)
      RETURNING new.subscription_id, new.party,
        old.told_at IS NULL AND new.told_at IS NOT NULL AS news""";

  /**
   * Of a subscription that has moved to another URL meanwhile nothing is said. Who takes an event
   * and asks for no more has not failed.
   */
  private static final String DISABLE =
      """
      WITH asked AS (
        SELECT subscription_id, url, min(reason) AS reason
        FROM unnest(?::uuid[], ?::text[], ?::text[]) AS t (subscription_id, url, reason)
        GROUP BY subscription_id, url),
      ended AS (
        SELECT a.subscription_id, a.url, coalesce(a.reason, 'FAILING') AS reason,
          coalesce(f.first_failure_at,
            CASE WHEN a.reason IS DISTINCT FROM 'DISABLED_BY_RECEIVER' THEN now() END)
            AS failed_from
        FROM asked a LEFT JOIN subscription_failure f USING (subscription_id, url)
        WHERE a.reason IS NOT NULL OR f.failing_since <= now() - interval '120 h'),
      disabled AS (
        UPDATE subscription s SET state = 'DISABLED', disabled_reason = e.reason,
          disabled_at = now(), failed_from = e.failed_from, sequence = s.sequence + 1
        FROM ended e
        WHERE s.id = e.subscription_id AND s.url = e.url AND s.state IN ('ACTIVE', 'PAUSED')
        RETURNING s.id, s.party, s.disabled_reason, s.sequence),
      closed AS (
        DELETE FROM subscription_failure f USING disabled d WHERE f.subscription_id = d.id)
      SELECT * FROM disabled""";

  private final AgroalDataSource dataSource;

  FailureRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Counts failures; returns the receivers whose owner is to be told, once until they recover. */
  List<Trouble> mark(List<Failure> found) {
    List<Failure> failed = found.stream().filter(Failure::failed).toList();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(MARK)) {
      array(statement, 1, "uuid", failed, Failure::subscriptionId);
      array(statement, 2, "text", failed, Failure::url);
      array(statement, 3, "bool", failed, Failure::inARow);
      List<Trouble> news = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean("news")) {
            news.add(new Trouble(rows.getObject(1, UUID.class), rows.getString(2), null, 0));
          }
        }
      }
      return news;
    } catch (SQLException e) {
      throw new IllegalStateException("the failures could not be marked", e);
    }
  }

  /** Disables receivers that ask for it, and those that have failed for too long. */
  List<Trouble> disable(List<Failure> found) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(DISABLE)) {
      array(statement, 1, "uuid", found, Failure::subscriptionId);
      array(statement, 2, "text", found, Failure::url);
      array(
          statement,
          3,
          "text",
          found,
          failure -> failure.disables() == null ? null : failure.disables().name());
      List<Trouble> disabled = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          disabled.add(
              new Trouble(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  DisabledReason.valueOf(rows.getString(3)),
                  rows.getLong(4)));
        }
      }
      return disabled;
    } catch (SQLException e) {
      throw new IllegalStateException("the subscriptions could not be disabled", e);
    }
  }

  private static void array(
      PreparedStatement statement,
      int i,
      String type,
      List<Failure> rows,
      Function<Failure, @Nullable Object> column)
      throws SQLException {
    statement.setArray(
        i, statement.getConnection().createArrayOf(type, rows.stream().map(column).toArray()));
  }
}
