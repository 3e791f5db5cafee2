package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;

/** Batches among 200,000 deliveries, as SYSTEM: what they read does not grow with what there is. */
@QuarkusTest
class RequeuePlanTest {

  private static final String TYPE = "incident.received";
  private static final int BATCH = 500;

  @Test
  void a_batch_anywhere_reads_its_own_rows_by_an_index() throws Exception {
    Subscriber failing = Subscriber.to("http://127.0.0.1:9/", TYPE);
    Subscriber later = Subscriber.of(failing.party(), "http://127.0.0.1:9/", TYPE);
    insert(failing);
    try {
      readsItsOwnRows(failing, later);
    } finally {
      remove(failing);
    }
  }

  private static void readsItsOwnRows(Subscriber failing, Subscriber later) throws SQLException {
    String middle =
        Database.column(
                """
                SELECT id FROM delivery WHERE subscription_id = ? AND state = 'DEAD_LETTER'
                ORDER BY id OFFSET 50000 LIMIT 1""",
                UUID.fromString(failing.id()))
            .get(0);
    String failed =
        bound(
            RequeueRepository.FAILED,
            quoted(failing.id()),
            quoted(middle),
            quoted(failing.id()),
            "500",
            "500",
            "now() - interval '1 year'",
            "NULL::timestamptz",
            "now()");
    String missing =
        bound(
            RequeueRepository.MISSING,
            quoted(failing.party()),
            "100000",
            "100500",
            "500",
            "'{GREEN,CLEAR}'::text[]",
            quoted(later.id()),
            quoted(failing.party()),
            "now() - interval '1 year'",
            "NULL::timestamptz",
            "0");
    String plan = explain(failed);
    assertTrue(plan.contains("delivery_failed_idx"), plan);
    assertFalse(plan.contains("Seq Scan"), plan);
    assertTrue(QueryPlan.mostRows(plan) <= BATCH, plan);
    plan = explain(missing);
    assertTrue(plan.contains("feed_entry_pkey"), plan);
    for (String table : List.of("delivery", "notification", "feed_entry")) {
      assertFalse(plan.contains("Seq Scan on " + table), plan);
    }
    assertTrue(QueryPlan.mostRows(plan) <= BATCH, plan);
    assertEquals(
        100_000,
        Database.count(
            "SELECT count(*) FROM delivery WHERE subscription_id = ? AND state = 'DEAD_LETTER'",
            UUID.fromString(failing.id())));
  }

  private static void insert(Subscriber to) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  WITH n AS (
                    INSERT INTO notification (id, type, object_id, occurred_at, body)
                    SELECT gen_random_uuid(), 'incident.received', gen_random_uuid(), now(),
                      '{"data": {"tlp": "AMBER"}}'
                    FROM generate_series(1, 200000) RETURNING id, type),
                  numbered AS (SELECT id, type, row_number() OVER () AS i FROM n),
                  f AS (
                    INSERT INTO feed_entry (party, seq, event_id, event_type, at)
                    SELECT ?, i, id, type, now() FROM numbered)
                  INSERT INTO delivery (party, subscription_id, notification_id, event_type, state,
                    attempts, tries, next_at)
                  SELECT ?, ?, id, type, CASE i % 2 WHEN 0 THEN 'DEAD_LETTER' ELSE 'DELIVERED' END,
                    1, 1, now()
                  FROM numbered""")) {
            statement.setString(1, to.party());
            statement.setString(2, to.party());
            statement.setObject(3, UUID.fromString(to.id()));
            statement.executeUpdate();
          }
          return connection
              .createStatement()
              .execute("ANALYZE notification; ANALYZE delivery; ANALYZE feed_entry");
        });
  }

  /** So many rows would have the other tests' statements planned otherwise. */
  private static void remove(Subscriber to) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  WITH f AS (DELETE FROM feed_entry WHERE party = ? RETURNING event_id),
                  d AS (DELETE FROM delivery WHERE party = ?)
                  DELETE FROM notification WHERE id IN (SELECT event_id FROM f)""")) {
            statement.setString(1, to.party());
            statement.setString(2, to.party());
            // A triggered check a row would take a minute.
            connection.createStatement().execute("SET session_replication_role = replica");
            statement.executeUpdate();
          }
          return connection
              .createStatement()
              .execute("ANALYZE notification; ANALYZE delivery; ANALYZE feed_entry");
        });
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private static String bound(String sql, String... values) {
    for (String value : values) {
      sql = sql.replaceFirst("\\?", value);
    }
    return sql;
  }

  /** Run, and taken back. */
  private static String explain(String sql) throws SQLException {
    return Database.as(
        "SYSTEM",
        connection -> {
          StringBuilder plan = new StringBuilder();
          try (ResultSet rows =
              connection
                  .createStatement()
                  .executeQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + sql)) {
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
          }
          connection.rollback();
          return plan.toString();
        });
  }
}
