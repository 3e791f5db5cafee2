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
import org.jspecify.annotations.Nullable;

/**
 * The deliveries as a queue: how they get in, and how an instance takes them. Every statement is
 * about many rows at once; times are the database's, so that instances need not agree on theirs.
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
        SELECT id, type, object_id, occurred_at::timestamptz AS occurred_at, body,
          string_to_array(violation_types, ' ') AS violation_types, severity, admin_unit, n
        FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::text[],
          ?::text[]) WITH ORDINALITY AS t (id, type, object_id, occurred_at, body, violation_types,
          severity, admin_unit, n)),
      audience AS (SELECT event_id, party FROM unnest(?::uuid[], ?::text[]) AS t (event_id, party)),
      target AS (
        SELECT e.id AS event_id, e.type, s.id AS subscription_id, s.party, s.url,
          s.state = 'ACTIVE' AND s.id <> ALL (?::uuid[])
            AND row_number() OVER (PARTITION BY s.id ORDER BY e.n) <= ?
            AND row_number() OVER (ORDER BY e.n) <= ? AS at_once
        FROM event e
        JOIN audience a ON a.event_id = e.id
        JOIN subscription s
          ON s.party = a.party AND s.state <> 'DELETED' AND e.type = ANY (s.event_types)
          -- Unknown on either side is no reason to keep an event back.
          AND coalesce(s.violation_types && e.violation_types, true)
          AND coalesce(e.admin_unit = ANY (s.admin_units), true)
          AND coalesce(array_position(%1$s, e.severity) >= array_position(%1$s, s.min_severity),
            true)),
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
      SELECT d.*, t.url, NULL AS body, %2$s AS keys
      FROM d JOIN target t
        ON t.event_id = d.notification_id AND t.subscription_id = d.subscription_id"""
          .formatted("'{LOW,MEDIUM,HIGH,CRITICAL}'::text[]", KEYS);

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

  private final AgroalDataSource dataSource;

  QueueRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Writes what is said and to whom.
   *
   * @param busy subscriptions that have no room at this instance, or older ones in the queue
   * @param each how many of a subscription can be taken at once
   * @param most how many can be taken in all
   */
  Claims announce(List<Announcement> said, Collection<UUID> busy, int each, int most, Lease lease) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
      List<Announcement.Hearer> hearers = said.stream().flatMap(a -> a.hearers().stream()).toList();
      SqlArrays.uuids(statement, 1, said, Announcement::eventId);
      SqlArrays.texts(statement, 2, said, Announcement::type);
      SqlArrays.uuids(statement, 3, said, Announcement::objectId);
      SqlArrays.texts(statement, 4, said, a -> a.occurredAt().toString());
      SqlArrays.bytes(statement, 5, said, Announcement::body);
      SqlArrays.texts(statement, 6, said, QueueRepository::violationTypes);
      SqlArrays.texts(statement, 7, said, Announcement::severity);
      SqlArrays.texts(statement, 8, said, Announcement::adminUnit);
      SqlArrays.uuids(statement, 9, hearers, Announcement.Hearer::eventId);
      SqlArrays.texts(statement, 10, hearers, Announcement.Hearer::party);
      SqlArrays.uuids(statement, 11, List.copyOf(busy), id -> id);
      statement.setInt(12, each);
      statement.setInt(13, most);
      statement.setLong(14, lease.length().toMillis());
      Map<UUID, byte[]> bodies = new HashMap<>();
      said.forEach(a -> bodies.put(a.eventId(), a.body()));
      return claims(statement, bodies, true, lease, each, most);
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be written", e);
    }
  }

  /** An array of arrays would have to be rectangular; codes have no spaces. */
  private static @Nullable String violationTypes(Announcement said) {
    return said.violationTypes() == null ? null : String.join(" ", said.violationTypes());
  }

  /** Takes what is due, at most {@code each} of a subscription and {@code most} in all. */
  Claims claim(Collection<UUID> full, int each, int most, Lease lease) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, each);
      SqlArrays.uuids(statement, 2, List.copyOf(full), id -> id);
      statement.setInt(3, most);
      statement.setLong(4, lease.length().toMillis());
      return claims(statement, Map.of(), false, lease, each, most);
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be claimed", e);
    }
  }

  private static Claims claims(
      PreparedStatement statement,
      Map<UUID, byte[]> bodies,
      boolean fresh,
      Lease lease,
      int each,
      int most)
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
    return new Claims(claimed, fresh, more, claimed.size() >= most);
  }
}
