package vn.phoihop.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.subscription.SignatureScheme;
import vn.phoihop.platform.inbox.EventBatch;

/**
 * The deliveries as a queue: how they get in, and how an instance takes them. Every statement is
 * about many rows at once; times are the database's, so that instances need not agree on theirs.
 */
@ApplicationScoped
class QueueRepository {

  static final String KEYS =
      """
      ARRAY(SELECT k.sealed FROM subscription_secret k
        WHERE k.subscription_id = d.subscription_id AND (k.expires_at IS NULL OR k.expires_at > now())
        ORDER BY k.expires_at DESC NULLS FIRST)""";

  /** {@link Share} in SQL; LEAST passes over NULL. */
  private static final String SHARE =
      "LEAST(coalesce(s.max_in_flight, ?) * ?, s.rate_per_second::bigint * ?)";

  /** Whether a subscription s of one of its hearers is told of an event e. */
  static final String HEARS =
      """
      s.state <> 'DELETED' AND e.type = ANY (s.event_types)
      -- Unknown on either side is no reason to keep an event back.
      AND coalesce(s.violation_types && e.violation_types, true)
      AND coalesce(e.admin_unit = ANY (s.admin_units), true)
      AND coalesce(array_position(%1$s, e.severity) >= array_position(%1$s, s.min_severity), true)"""
          .formatted("'{LOW,MEDIUM,HIGH,CRITICAL}'::text[]");

  /**
   * Deliveries are born SENDING, with their lease, wherever their subscription has room. Those that
   * keep the order of an object take their turns by a trigger, as they are written: in the order of
   * the events, QUEUED and not due while an earlier one is still to end.
   */
  static final String ANNOUNCE =
      """
      WITH event AS (
        SELECT id, type, object_id, occurred_at::timestamptz AS occurred_at, body, full_body,
          string_to_array(violation_types, ' ') AS violation_types, severity, admin_unit, n
        FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::bytea[], ?::bytea[], ?::text[],
          ?::text[], ?::text[]) WITH ORDINALITY AS t (id, type, object_id, occurred_at, body,
          full_body, violation_types, severity, admin_unit, n)),
      audience AS (
        SELECT event_id, party, clear FROM unnest(?::uuid[], ?::text[], ?::boolean[])
          AS t (event_id, party, clear)),
      -- What was said before is not said again, though it came twice.
      said AS (
        INSERT INTO notification (id, type, object_id, occurred_at, body, full_body,
          violation_types, severity, admin_unit)
        SELECT id, type, object_id, occurred_at, body, full_body, violation_types, severity,
          admin_unit
        FROM event
        ON CONFLICT DO NOTHING
        RETURNING id),
      target AS (
        SELECT e.id AS event_id, e.type, e.n, s.id AS subscription_id, s.party,
          CASE WHEN s.event_order = 'PER_OBJECT' THEN e.object_id END AS object_id,
          s.payload = 'FULL' AND a.clear AS full_payload,
          s.state = 'ACTIVE' AND s.id <> ALL (?::uuid[])
            AND row_number() OVER (PARTITION BY s.id ORDER BY e.n) <= %3$s
            AND row_number() OVER (ORDER BY e.n) <= ? AS at_once
        FROM said JOIN event e USING (id)
        JOIN audience a ON a.event_id = e.id
        JOIN subscription s
          ON s.party = a.party AND %1$s),
      arrived AS (
        INSERT INTO feed_arrival (event_id, event_type, audience)
        SELECT e.id, e.type, array_agg(a.party)
        FROM said JOIN event e USING (id) JOIN audience a ON a.event_id = e.id
        GROUP BY e.id, e.type, e.n ORDER BY e.n),
      d AS (
        INSERT INTO delivery (party, subscription_id, notification_id, event_type, state,
          attempts, tries, next_at, lease_token, full_payload, object_id)
        SELECT party, subscription_id, event_id, type,
          CASE WHEN at_once THEN 'SENDING' ELSE 'QUEUED' END, at_once::int, at_once::int,
          CASE WHEN at_once THEN now() + ? * interval '1 ms' ELSE now() END,
          CASE WHEN at_once THEN gen_random_uuid() END, full_payload, object_id
        FROM target ORDER BY n
        RETURNING id, lease_token, attempts, tries, next_at, subscription_id, party,
          notification_id, event_type, full_payload)
      -- Not target once more: of that the planner expects one row, and compares all with all.
      SELECT d.*, s.url, s.signatures, s.max_in_flight, s.rate_per_second, s.handshake,
        s.event_order = 'PER_OBJECT' AS in_order, NULL AS body, %2$s AS keys
      FROM d JOIN subscription s ON s.id = d.subscription_id"""
          .formatted(HEARS, KEYS, SHARE);

  /**
   * A claim ends its scan at a subscription's share. Where few are due in the mean the planner
   * would rather read all that are, and sort them: fatal at the one subscription that has a
   * million.
   */
  static final String IN_ORDER_OF_THE_INDEX = "SET LOCAL enable_bitmapscan = off";

  /** What is due of each subscription but these, as much as its share. */
  static final String CLAIM = claim("s.id <> ALL (?::uuid[])", SHARE);

  /** What is due of these, one of each. */
  private static final String CLAIM_ONE_EACH = claim("s.id = ANY (?::uuid[])", "1");

  /** The bytes that a row's delivery sends. */
  private interface Body {
    byte[] of(ResultSet row) throws SQLException;
  }

  private final AgroalDataSource dataSource;

  QueueRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One interrupted attempt more is on record for each row whose lease had run out. */
  private static String claim(String which, String each) {
    return """
      WITH due AS (
        SELECT x.* FROM subscription s CROSS JOIN LATERAL (
          SELECT q.id, q.party, q.attempts, q.state FROM delivery q
          WHERE q.subscription_id = s.id AND q.next_at <= now()
            AND q.state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED')
            AND (q.object_id IS NULL OR NOT EXISTS (
              SELECT FROM delivery e
              WHERE e.subscription_id = q.subscription_id AND e.object_id = q.object_id
                AND e.turn < q.turn
                AND e.state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED')))
          ORDER BY q.next_at LIMIT %1$s FOR UPDATE SKIP LOCKED) x
        WHERE s.state = 'ACTIVE' AND %2$s
        LIMIT ?),
      interrupted AS (
        INSERT INTO attempt (delivery_id, n, party, at, error_code)
        SELECT id, attempts, party, now(), 'E_INTERRUPTED' FROM due WHERE state = 'SENDING'
        ON CONFLICT DO NOTHING)
      UPDATE delivery d SET state = 'SENDING', attempts = d.attempts + 1, tries = d.tries + 1,
        next_at = now() + ? * interval '1 ms', lease_token = gen_random_uuid(),
        sequence = d.sequence + 1
      FROM subscription s, notification n
      -- An array: of a join with what is due the planner expects so many rows that it reads all.
      WHERE d.id = ANY (ARRAY(SELECT id FROM due)) AND s.id = d.subscription_id AND n.id = d.notification_id
      RETURNING d.id, d.lease_token, d.attempts, d.tries, d.subscription_id, d.party,
        d.notification_id, d.event_type, s.url, s.signatures, s.max_in_flight,
        s.rate_per_second, s.handshake, s.event_order = 'PER_OBJECT' AS in_order,
        CASE WHEN d.full_payload THEN n.full_body ELSE n.body END AS body, %3$s AS keys"""
        .formatted(each, which, KEYS);
  }

  /**
   * Writes what is said and to whom.
   *
   * @param batch whose inbox rows go along
   * @param busy subscriptions that have no room at this instance, or older ones in the queue
   * @param share how many of a subscription can be taken at once
   * @param most how many can be taken in all
   */
  Claims announce(
      EventBatch batch,
      List<Announcement> said,
      Collection<UUID> busy,
      Share share,
      int most,
      Lease lease) {
    List<Announcement.Hearer> hearers = said.stream().flatMap(a -> a.hearers().stream()).toList();
    Map<UUID, Announcement> events = new HashMap<>();
    said.forEach(a -> events.put(a.eventId(), a));
    Body body =
        row -> {
          Announcement event =
              Objects.requireNonNull(events.get(row.getObject("notification_id", UUID.class)));
          byte[] full = event.full();
          return full != null && row.getBoolean("full_payload") ? full : event.body();
        };
    return batch.send(
        ANNOUNCE,
        (statement, first) -> {
          SqlArrays.uuids(statement, first, said, Announcement::eventId);
          SqlArrays.texts(statement, first + 1, said, Announcement::type);
          SqlArrays.uuids(statement, first + 2, said, Announcement::objectId);
          SqlArrays.texts(statement, first + 3, said, a -> a.occurredAt().toString());
          SqlArrays.bytes(statement, first + 4, said, Announcement::body);
          SqlArrays.bytes(statement, first + 5, said, Announcement::full);
          SqlArrays.texts(statement, first + 6, said, QueueRepository::violationTypes);
          SqlArrays.texts(statement, first + 7, said, Announcement::severity);
          SqlArrays.texts(statement, first + 8, said, Announcement::adminUnit);
          SqlArrays.uuids(statement, first + 9, hearers, Announcement.Hearer::eventId);
          SqlArrays.texts(statement, first + 10, hearers, Announcement.Hearer::party);
          SqlArrays.booleans(statement, first + 11, hearers, Announcement.Hearer::clear);
          SqlArrays.uuids(statement, first + 12, List.copyOf(busy), id -> id);
          share(statement, first + 13, share);
          statement.setInt(first + 16, most);
          statement.setLong(first + 17, lease.length().toMillis());
        },
        rows -> claims(rows, body, true, lease, share, most));
  }

  /** An array of arrays would have to be rectangular; codes have no spaces. */
  private static @Nullable String violationTypes(Announcement said) {
    return said.violationTypes() == null ? null : String.join(" ", said.violationTypes());
  }

  /** Takes what is due, at most its share of each subscription and {@code most} in all. */
  Claims claim(Collection<UUID> full, Share share, int most, Lease lease) {
    try (Connection connection = dataSource.getConnection();
        Statement settings = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      settings.execute(IN_ORDER_OF_THE_INDEX);
      share(statement, 1, share);
      SqlArrays.uuids(statement, 4, List.copyOf(full), id -> id);
      statement.setInt(5, most);
      statement.setLong(6, lease.length().toMillis());
      try (ResultSet rows = statement.executeQuery()) {
        return claims(rows, row -> row.getBytes("body"), false, lease, share, most);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be claimed", e);
    }
  }

  /** Takes what is due of these subscriptions, one of each. */
  Claims claimOneEach(List<UUID> subscriptions, Lease lease) {
    try (Connection connection = dataSource.getConnection();
        Statement settings = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(CLAIM_ONE_EACH)) {
      settings.execute(IN_ORDER_OF_THE_INDEX);
      SqlArrays.uuids(statement, 1, subscriptions, id -> id);
      statement.setInt(2, subscriptions.size());
      statement.setLong(3, lease.length().toMillis());
      List<Claimed> claimed = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          claimed.add(claimed(rows, rows.getBytes("body"), lease));
        }
      }
      return new Claims(claimed, false, Set.of(), false);
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be claimed", e);
    }
  }

  private static Claims claims(
      ResultSet rows, Body body, boolean fresh, Lease lease, Share share, int most)
      throws SQLException {
    List<Claimed> claimed = new ArrayList<>();
    Map<UUID, Integer> counts = new HashMap<>();
    Set<UUID> more = new HashSet<>();
    while (rows.next()) {
      UUID token = rows.getObject("lease_token", UUID.class);
      UUID subscriptionId = rows.getObject("subscription_id", UUID.class);
      Terms terms = terms(rows);
      byte[] said = body.of(rows);
      if (token == null) {
        // What waits for its turn is called when that comes.
        if (rows.getObject("next_at") != null) {
          more.add(subscriptionId);
        }
        continue;
      }
      if (counts.merge(subscriptionId, 1, Integer::sum) >= share.of(terms)) {
        more.add(subscriptionId);
      }
      claimed.add(claimed(rows, said, lease));
    }
    return new Claims(claimed, fresh, more, claimed.size() >= most);
  }

  /** The row of a delivery that is taken. */
  static Claimed claimed(ResultSet row, byte[] body, Lease lease) throws SQLException {
    return new Claimed(
        row.getObject("id", UUID.class),
        row.getObject("lease_token", UUID.class),
        row.getInt("attempts"),
        row.getInt("tries"),
        row.getObject("subscription_id", UUID.class),
        row.getString("party"),
        row.getString("url"),
        List.of((byte[][]) row.getArray("keys").getArray()),
        terms(row),
        row.getObject("notification_id", UUID.class),
        row.getString("event_type"),
        body,
        lease.sendBefore());
  }

  private static void share(PreparedStatement statement, int i, Share share) throws SQLException {
    statement.setInt(i, share.inFlight());
    statement.setInt(i + 1, share.rounds());
    statement.setInt(i + 2, share.seconds());
  }

  private static Terms terms(ResultSet rows) throws SQLException {
    Set<SignatureScheme> signatures = EnumSet.noneOf(SignatureScheme.class);
    for (String name : (String[]) rows.getArray("signatures").getArray()) {
      signatures.add(SignatureScheme.valueOf(name));
    }
    return new Terms(
        signatures,
        rows.getObject("max_in_flight", Integer.class),
        rows.getObject("rate_per_second", Integer.class),
        rows.getBoolean("handshake"),
        rows.getBoolean("in_order"));
  }
}
