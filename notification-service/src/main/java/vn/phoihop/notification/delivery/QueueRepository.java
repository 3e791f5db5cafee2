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
import vn.phoihop.platform.identity.RoundTrip;
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

  /** How a subscription wants to be called. */
  private static final String TERMS =
      "%1$s.url, %1$s.signatures, %1$s.max_in_flight, %1$s.rate_per_second, %1$s.handshake";

  /** The targets of a statement, d, as those who send them want to know. */
  private static final String TOLD =
      """
      SELECT d.id, d.lease_token, d.at_once::int AS attempts, d.at_once::int AS tries, true AS due,
        d.subscription_id, d.party, d.event_id AS notification_id, d.type AS event_type,
        d.full_payload, %s, false AS in_order, %s AS keys
      FROM target d"""
          .formatted(TERMS.formatted("d"), KEYS);

  /** Writes the targets. */
  private static final String WRITE =
      """
      INSERT INTO delivery (id, party, subscription_id, notification_id, event_type, state,
          attempts, tries, next_at, lease_token, full_payload, object_id)
        SELECT id, party, subscription_id, event_id, type,
          CASE WHEN at_once THEN 'SENDING' ELSE 'QUEUED' END, at_once::int, at_once::int,
          CASE WHEN at_once THEN now() + ? * interval '1 ms' ELSE now() END, lease_token,
          full_payload, object_id
        FROM target""";

  /**
   * Deliveries are born SENDING, with their lease, wherever their subscription has room. Those that
   * keep the order of an object take their turns by a trigger, as they are written: in the order of
   * the events, QUEUED and not due while an earlier one is still to end.
   *
   * <p>Of what goes to many only a part is written at once, and so sent while the others are
   * written; what keeps an order, always.
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
      hearer AS (
        SELECT e.id AS event_id, e.type, e.n, s.id AS subscription_id, s.party, %3$s,
          CASE WHEN s.event_order = 'PER_OBJECT' THEN e.object_id END AS object_id,
          s.payload = 'FULL' AND a.clear AS full_payload,
          s.state = 'ACTIVE' AND s.id <> ALL (?::uuid[])
            AND row_number() OVER (PARTITION BY s.id ORDER BY e.n) <= %4$s AS has_room,
          row_number() OVER (ORDER BY s.event_order = 'NONE', e.n) AS place
        FROM said JOIN event e USING (id)
        JOIN audience a ON a.event_id = e.id
        JOIN subscription s
          ON s.party = a.party AND %1$s),
      target AS (
        SELECT uuidv7() AS id, CASE WHEN at_once THEN gen_random_uuid() END AS lease_token, *
        FROM (
          SELECT *, has_room AND place <= ? AS at_once FROM hearer
          WHERE place <= ? OR object_id IS NOT NULL) x),
      arrived AS (
        INSERT INTO feed_arrival (event_id, event_type, audience)
        SELECT e.id, e.type, array_agg(a.party)
        FROM said JOIN event e USING (id) JOIN audience a ON a.event_id = e.id
        GROUP BY e.id, e.type, e.n ORDER BY e.n),
      rest AS (
        INSERT INTO untold (event_id, subscription_ids, full_payload)
        SELECT event_id, array_agg(subscription_id), array_agg(full_payload)
        FROM (
          SELECT *, (place - 1 - ?) / ? AS part FROM hearer WHERE place > ? AND object_id IS NULL) x
        GROUP BY event_id, n, part ORDER BY n, part),
      d AS (
        %5$s ORDER BY n
        RETURNING id, lease_token, attempts, tries, next_at, subscription_id, party,
          notification_id, event_type, full_payload, object_id)
      %6$s WHERE object_id IS NULL
      UNION ALL
      -- Of these a trigger may have said otherwise.
      SELECT d.id, d.lease_token, d.attempts, d.tries, d.next_at IS NOT NULL, d.subscription_id,
        d.party, d.notification_id, d.event_type, d.full_payload, %3$s, true, %2$s
      FROM d JOIN subscription s ON s.id = d.subscription_id
      WHERE d.object_id IS NOT NULL"""
          .formatted(HEARS, KEYS, TERMS.formatted("s"), SHARE, WRITE, TOLD);

  /** Writes the oldest part that is left of an event to many, and that nobody is at. */
  static final String TELL_ON =
      """
      WITH part AS (
        DELETE FROM untold u USING notification e
        WHERE u.n = (SELECT n FROM untold ORDER BY n LIMIT 1 FOR UPDATE SKIP LOCKED)
          AND e.id = u.event_id
        RETURNING u.event_id, e.type, e.body, e.full_body, u.subscription_ids, u.full_payload),
      target AS (
        SELECT uuidv7() AS id, CASE WHEN at_once THEN gen_random_uuid() END AS lease_token, *
        FROM (
          SELECT p.event_id, p.type, s.id AS subscription_id, s.party, %1$s,
            NULL::uuid AS object_id, x.full_payload,
            s.state = 'ACTIVE' AND s.id <> ALL (?::uuid[]) AND x.n <= ? AS at_once
          FROM part p
          CROSS JOIN LATERAL unnest(p.subscription_ids, p.full_payload)
            WITH ORDINALITY AS x (subscription_id, full_payload, n)
          JOIN subscription s ON s.id = x.subscription_id AND s.state <> 'DELETED') x),
      d AS (
        %2$s)
      -- The event's bytes with the first row alone.
      SELECT t.*, CASE WHEN row_number() OVER () = 1 THEN p.body END AS body,
        CASE WHEN row_number() OVER () = 1 THEN p.full_body END AS full_body
      FROM (%3$s) t, part p"""
          .formatted(TERMS.formatted("s"), WRITE, TOLD);

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

  /** So many deliveries of an event to many are written at a time, while the former leave. */
  private static final int PART = 250;

  private final AgroalDataSource dataSource;
  private final RoundTrip roundTrip;

  QueueRepository(AgroalDataSource dataSource, RoundTrip roundTrip) {
    this.dataSource = dataSource;
    this.roundTrip = roundTrip;
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
        d.notification_id, d.event_type, true AS due, s.url, s.signatures, s.max_in_flight,
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
   * @param part how many are written at once; the others by {@link #tellOn}
   */
  Claims announce(
      EventBatch batch,
      List<Announcement> said,
      Collection<UUID> busy,
      Share share,
      int most,
      int part,
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
          statement.setInt(first + 17, part);
          statement.setInt(first + 18, part);
          statement.setInt(first + 19, PART);
          statement.setInt(first + 20, part);
          statement.setLong(first + 21, lease.length().toMillis());
        },
        rows -> claims(rows, body, true, lease, share, most, part));
  }

  /** Writes a part of what is left of events to many; its claims are empty where nothing is. */
  Claims tellOn(Collection<UUID> busy, Share share, int most, Lease lease) {
    try {
      return roundTrip.send(
          TELL_ON,
          (statement, first) -> {
            SqlArrays.uuids(statement, first, List.copyOf(busy), id -> id);
            statement.setInt(first + 1, most);
            statement.setLong(first + 2, lease.length().toMillis());
          },
          rows -> claims(rows, bodyOfOne(), true, lease, share, most, 1));
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries of an event could not be written", e);
    }
  }

  /** Of rows that are all of one event: the first has its bytes. */
  private static Body bodyOfOne() {
    Map<String, byte[]> bodies = new HashMap<>();
    return row -> {
      String which = row.getBoolean("full_payload") ? "full_body" : "body";
      if (bodies.isEmpty()) {
        for (String each : List.of("body", "full_body")) {
          bodies.put(each, row.getBytes(each));
        }
      }
      return Objects.requireNonNull(bodies.get(which));
    };
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
        return claims(
            rows, row -> row.getBytes("body"), false, lease, share, most, Integer.MAX_VALUE);
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
      return new Claims(claimed, false, Set.of(), false, false);
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be claimed", e);
    }
  }

  private static Claims claims(
      ResultSet rows, Body body, boolean fresh, Lease lease, Share share, int most, int part)
      throws SQLException {
    List<Claimed> claimed = new ArrayList<>();
    Map<UUID, Integer> counts = new HashMap<>();
    Set<UUID> more = new HashSet<>();
    int count = 0;
    while (rows.next()) {
      count++;
      UUID token = rows.getObject("lease_token", UUID.class);
      UUID subscriptionId = rows.getObject("subscription_id", UUID.class);
      Terms terms = terms(rows);
      byte[] said = body.of(rows);
      if (token == null) {
        // What waits for its turn is called when that comes.
        if (rows.getBoolean("due")) {
          more.add(subscriptionId);
        }
        continue;
      }
      if (counts.merge(subscriptionId, 1, Integer::sum) >= share.of(terms)) {
        more.add(subscriptionId);
      }
      claimed.add(claimed(rows, said, lease));
    }
    return new Claims(claimed, fresh, more, claimed.size() >= most, count >= part);
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
