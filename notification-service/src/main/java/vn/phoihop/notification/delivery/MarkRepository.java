package vn.phoihop.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How deliveries leave the queue, or come back into it. */
@ApplicationScoped
class MarkRepository {

  /**
   * The attempt is recorded in any case; the delivery moves only for who holds its lease. A success
   * ends the failures of its receiver, where there are any: the subscription itself is not written.
   */
  private static final String COMPLETE =
      """
      WITH done AS (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[],
          ?::text[], ?::int[], ?::bytea[], ?::text[], ?::bigint[], ?::uuid[])
          AS t (id, token, n, party, at, status, error_code, duration_ms, head, state, wait_ms,
          subscription_id)),
      kept AS (
        INSERT INTO attempt (delivery_id, n, party, at, status, error_code, duration_ms,
          response_head)
        SELECT id, n, party, at::timestamptz, status, error_code, duration_ms, head FROM done
        ON CONFLICT (delivery_id, n) DO UPDATE SET at = excluded.at, status = excluded.status,
          error_code = excluded.error_code, duration_ms = excluded.duration_ms,
          response_head = excluded.response_head),
      well AS (
        DELETE FROM subscription_failure f USING done
        WHERE f.subscription_id = done.subscription_id AND done.error_code IS NULL)
      UPDATE delivery d SET state = done.state, lease_token = NULL,
        next_at = now() + done.wait_ms * interval '1 ms', sequence = d.sequence + 1
      FROM done WHERE d.id = done.id AND d.lease_token = done.token
      RETURNING done.token, d.sequence""";

  private static final String RELEASE =
      """
      UPDATE delivery d SET state = 'QUEUED', lease_token = NULL, next_at = now(),
        attempts = d.attempts - 1, tries = d.tries - 1, sequence = d.sequence + 1
      FROM unnest(?::uuid[], ?::uuid[]) AS t (id, token)
      WHERE d.id = t.id AND d.lease_token = t.token""";

  /** Its subscription may have been deleted since it was asked for. */
  private static final String RESEND =
      """
      WITH asked AS (DELETE FROM resend RETURNING delivery_id, party)
      UPDATE delivery d SET state = 'REPLAYED', tries = 0, next_at = now(),
        sequence = d.sequence + 1
      FROM asked, subscription s
      WHERE d.id = asked.delivery_id AND d.party = asked.party
        AND s.id = d.subscription_id AND s.state <> 'DELETED'
        AND d.state IN ('DELIVERED', 'DEAD_LETTER', 'RETRY_WAIT')""";

  /** By subscription, a thousand of each at a time: a plain join would read all that waits. */
  static final String SUPPRESS =
      """
      UPDATE delivery d SET state = 'SUPPRESSED', sequence = d.sequence + 1
      WHERE d.id = ANY (ARRAY(
        SELECT x.id FROM subscription s CROSS JOIN LATERAL (
          SELECT q.id FROM delivery q
          WHERE q.subscription_id = s.id AND q.state IN ('QUEUED', 'RETRY_WAIT', 'REPLAYED')
          LIMIT 1000) x
        WHERE s.state = 'DELETED'))
        AND d.state IN ('QUEUED', 'RETRY_WAIT', 'REPLAYED')""";

  private final AgroalDataSource dataSource;

  MarkRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Records attempts; returns, by lease token, the new sequence of each delivery that moved. */
  Map<UUID, Long> complete(List<Completion> done) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(COMPLETE)) {
      SqlArrays.uuids(statement, 1, done, c -> c.claimed().id());
      SqlArrays.uuids(statement, 2, done, c -> c.claimed().token());
      SqlArrays.ints(statement, 3, done, c -> c.claimed().n());
      SqlArrays.texts(statement, 4, done, c -> c.claimed().party());
      SqlArrays.texts(statement, 5, done, c -> c.at().toString());
      SqlArrays.ints(statement, 6, done, c -> c.outcome().status());
      SqlArrays.texts(
          statement, 7, done, c -> c.outcome().fault() == null ? null : c.outcome().fault().name());
      SqlArrays.ints(statement, 8, done, c -> (int) c.outcome().duration().toMillis());
      SqlArrays.bytes(statement, 9, done, c -> c.outcome().head());
      SqlArrays.texts(statement, 10, done, c -> c.move().to().name());
      SqlArrays.longs(statement, 11, done, c -> c.pause().toMillis());
      SqlArrays.uuids(statement, 12, done, c -> c.claimed().subscriptionId());
      Map<UUID, Long> moved = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          moved.put(rows.getObject(1, UUID.class), rows.getLong(2));
        }
      }
      return moved;
    } catch (SQLException e) {
      throw new IllegalStateException("the attempts could not be recorded", e);
    }
  }

  /** Gives back what was taken and not sent. */
  void release(List<Claimed> unsent) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      SqlArrays.uuids(statement, 1, unsent, Claimed::id);
      SqlArrays.uuids(statement, 2, unsent, Claimed::token);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be given back", e);
    }
  }

  /** Queues what owners asked for, and takes what deleted subscriptions left out of the queue. */
  void tidy() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement resend = connection.prepareStatement(RESEND);
        PreparedStatement suppress = connection.prepareStatement(SUPPRESS)) {
      resend.executeUpdate();
      suppress.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the queue could not be tidied", e);
    }
  }
}
