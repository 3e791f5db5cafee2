package vn.phoihop.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries as a queue. Every statement takes or gives back many rows at once; times are the
 * database's, so that instances need not agree on theirs.
 */
@ApplicationScoped
class QueueRepository {

  private static final String KEYS =
      """
      ARRAY(SELECT k.sealed FROM subscription_secret k
        WHERE k.subscription_id = d.subscription_id AND (k.expires_at IS NULL OR k.expires_at > now())
        ORDER BY k.expires_at DESC NULLS FIRST)""";

  /** Deliveries are born SENDING, with their lease, wherever their subscription has room. */
  private static final String ANNOUNCE =
      """
      WITH event AS (
        SELECT id, type, object_id, occurred_at::timestamptz AS occurred_at, body, n
        FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::bytea[]) WITH ORDINALITY
          AS t (id, type, object_id, occurred_at, body, n)),
      audience AS (SELECT event_id, party FROM unnest(?::uuid[], ?::text[]) AS t (event_id, party)),
      target AS (
        SELECT e.id AS event_id, e.type, s.id AS subscription_id, s.party, s.url,
          s.state = 'ACTIVE' AND s.id <> ALL (?::uuid[])
            AND row_number() OVER (PARTITION BY s.id ORDER BY e.n) <= ?
            AND row_number() OVER (ORDER BY e.n) <= ? AS at_once
        FROM event e
        JOIN audience a ON a.event_id = e.id
        JOIN subscription s
          ON s.party = a.party AND s.state <> 'DELETED' AND e.type = ANY (s.event_types)),
      said AS (
        INSERT INTO notification (id, type, object_id, occurred_at, body)
        SELECT id, type, object_id, occurred_at, body FROM event
        WHERE id IN (SELECT event_id FROM target)
        ON CONFLICT DO NOTHING),
      d AS (
        INSERT INTO delivery (party, subscription_id, notification_id, event_type, state,
          attempts, tries, next_at, lease_token)
        SELECT party, subscription_id, event_id, type,
          CASE WHEN at_once THEN 'SENDING' ELSE 'QUEUED' END, at_once::int, at_once::int,
          CASE WHEN at_once THEN now() + ? * interval '1 ms' ELSE now() END,
          CASE WHEN at_once THEN gen_random_uuid() END
        FROM target
        ON CONFLICT DO NOTHING
        RETURNING id, lease_token, attempts, tries, subscription_id, party, notification_id,
          event_type)
      SELECT d.*, t.url, NULL AS body, %s AS keys
      FROM d JOIN target t
        ON t.event_id = d.notification_id AND t.subscription_id = d.subscription_id"""
          .formatted(KEYS);

  /** One interrupted attempt more is on record for each row whose lease had run out. */
  private static final String CLAIM =
      """
      WITH due AS (
        SELECT x.* FROM subscription s CROSS JOIN LATERAL (
          SELECT q.id, q.party, q.attempts, q.state FROM delivery q
          WHERE q.subscription_id = s.id AND q.next_at <= now()
            AND q.state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED')
          ORDER BY q.next_at LIMIT ? FOR UPDATE SKIP LOCKED) x
        WHERE s.state = 'ACTIVE' AND s.id <> ALL (?::uuid[])
        LIMIT ?),
      interrupted AS (
        INSERT INTO attempt (delivery_id, n, party, at, error_code)
        SELECT id, attempts, party, now(), 'E_INTERRUPTED' FROM due WHERE state = 'SENDING'
        ON CONFLICT DO NOTHING)
      UPDATE delivery d SET state = 'SENDING', attempts = d.attempts + 1, tries = d.tries + 1,
        next_at = now() + ? * interval '1 ms', lease_token = gen_random_uuid(),
        sequence = d.sequence + 1
      FROM due, subscription s, notification n
      WHERE d.id = due.id AND s.id = d.subscription_id AND n.id = d.notification_id
      RETURNING d.id, d.lease_token, d.attempts, d.tries, d.subscription_id, d.party,
        d.notification_id, d.event_type, s.url, n.body, %s AS keys"""
          .formatted(KEYS);

  /** The attempt is recorded in any case; the delivery moves only for who holds its lease. */
  private static final String COMPLETE =
      """
      WITH done AS (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[],
          ?::text[], ?::int[], ?::bytea[], ?::text[], ?::bigint[])
          AS t (id, token, n, party, at, status, error_code, duration_ms, head, state, wait_ms)),
      kept AS (
        INSERT INTO attempt (delivery_id, n, party, at, status, error_code, duration_ms,
          response_head)
        SELECT id, n, party, at::timestamptz, status, error_code, duration_ms, head FROM done
        ON CONFLICT (delivery_id, n) DO UPDATE SET at = excluded.at, status = excluded.status,
          error_code = excluded.error_code, duration_ms = excluded.duration_ms,
          response_head = excluded.response_head)
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

  private static final String RESEND =
      """
      WITH asked AS (DELETE FROM resend RETURNING delivery_id)
      UPDATE delivery d SET state = 'REPLAYED', tries = 0, next_at = now(),
        sequence = d.sequence + 1
      FROM asked WHERE d.id = asked.delivery_id
        AND d.state IN ('DELIVERED', 'DEAD_LETTER', 'RETRY_WAIT')""";

  private static final String SUPPRESS =
      """
      UPDATE delivery d SET state = 'SUPPRESSED', sequence = d.sequence + 1
      FROM subscription s
      WHERE s.id = d.subscription_id AND s.state = 'DELETED'
        AND d.state IN ('QUEUED', 'RETRY_WAIT', 'REPLAYED')""";

  private final AgroalDataSource dataSource;

  QueueRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Writes what is said and to whom.
   *
   * @param full subscriptions that have no room at this instance
   * @param each how many of a subscription can be taken at once
   * @param most how many can be taken in all
   */
  Claims announce(List<Announcement> said, Collection<UUID> full, int each, int most, Lease lease) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
      List<Announcement.Hearer> hearers = said.stream().flatMap(a -> a.hearers().stream()).toList();
      uuids(statement, 1, said, Announcement::eventId);
      texts(statement, 2, said, Announcement::type);
      uuids(statement, 3, said, Announcement::objectId);
      texts(statement, 4, said, a -> a.occurredAt().toString());
      bytes(statement, 5, said, Announcement::body);
      uuids(statement, 6, hearers, Announcement.Hearer::eventId);
      texts(statement, 7, hearers, Announcement.Hearer::party);
      uuids(statement, 8, List.copyOf(full), id -> id);
      statement.setInt(9, each);
      statement.setInt(10, most);
      statement.setLong(11, lease.length().toMillis());
      Map<UUID, byte[]> bodies = new HashMap<>();
      said.forEach(a -> bodies.put(a.eventId(), a.body()));
      return claims(statement, bodies, lease, each, most);
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be written", e);
    }
  }

  /** Takes what is due, at most {@code each} of a subscription and {@code most} in all. */
  Claims claim(Collection<UUID> full, int each, int most, Lease lease) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, each);
      uuids(statement, 2, List.copyOf(full), id -> id);
      statement.setInt(3, most);
      statement.setLong(4, lease.length().toMillis());
      return claims(statement, Map.of(), lease, each, most);
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be claimed", e);
    }
  }

  /** Records attempts; returns, by lease token, the new sequence of each delivery that moved. */
  Map<UUID, Long> complete(List<Completion> done) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(COMPLETE)) {
      uuids(statement, 1, done, c -> c.claimed().id());
      uuids(statement, 2, done, c -> c.claimed().token());
      ints(statement, 3, done, c -> c.claimed().n());
      texts(statement, 4, done, c -> c.claimed().party());
      texts(statement, 5, done, c -> c.at().toString());
      ints(statement, 6, done, c -> c.outcome().status());
      texts(
          statement, 7, done, c -> c.outcome().fault() == null ? null : c.outcome().fault().name());
      ints(statement, 8, done, c -> (int) c.outcome().duration().toMillis());
      bytes(statement, 9, done, c -> c.outcome().head());
      texts(statement, 10, done, c -> c.move().to().name());
      statement.setArray(
          11,
          connection.createArrayOf(
              "int8", done.stream().map(c -> c.pause().toMillis()).toArray(Long[]::new)));
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
      uuids(statement, 1, unsent, Claimed::id);
      uuids(statement, 2, unsent, Claimed::token);
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

  private static Claims claims(
      PreparedStatement statement, Map<UUID, byte[]> bodies, Lease lease, int each, int most)
      throws SQLException {
    List<Claimed> claimed = new ArrayList<>();
    Map<UUID, Integer> counts = new HashMap<>();
    Set<UUID> more = new HashSet<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        UUID token = rows.getObject("lease_token", UUID.class);
        UUID subscriptionId = rows.getObject("subscription_id", UUID.class);
        if (token == null || counts.merge(subscriptionId, 1, Integer::sum) >= each) {
          more.add(subscriptionId);
        }
        if (token == null) {
          continue;
        }
        UUID eventId = rows.getObject("notification_id", UUID.class);
        byte[] known = bodies.get(eventId);
        claimed.add(
            new Claimed(
                rows.getObject("id", UUID.class),
                token,
                rows.getInt("attempts"),
                rows.getInt("tries"),
                subscriptionId,
                rows.getString("party"),
                rows.getString("url"),
                List.of((byte[][]) rows.getArray("keys").getArray()),
                eventId,
                rows.getString("event_type"),
                known != null ? known : rows.getBytes("body"),
                lease.sendBefore()));
      }
    }
    return new Claims(claimed, more, claimed.size() >= most);
  }

  private static <T> void uuids(
      PreparedStatement statement, int i, List<T> rows, Function<T, UUID> column)
      throws SQLException {
    array(statement, i, "uuid", rows.stream().map(column).toArray(UUID[]::new));
  }

  private static <T> void texts(
      PreparedStatement statement, int i, List<T> rows, Function<T, @Nullable String> column)
      throws SQLException {
    array(statement, i, "text", rows.stream().map(column).toArray(String[]::new));
  }

  private static <T> void ints(
      PreparedStatement statement, int i, List<T> rows, Function<T, @Nullable Integer> column)
      throws SQLException {
    array(statement, i, "int4", rows.stream().map(column).toArray(Integer[]::new));
  }

  private static <T> void bytes(
      PreparedStatement statement, int i, List<T> rows, Function<T, byte @Nullable []> column)
      throws SQLException {
    array(statement, i, "bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  private static void array(
      PreparedStatement statement, int i, String type, @Nullable Object[] values)
      throws SQLException {
    statement.setArray(i, statement.getConnection().createArrayOf(type, values));
  }
}
