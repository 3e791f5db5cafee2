package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.test.Database;

/**
 * What a claim reads does not grow with what waits: it is planned and run against a tenth of the
 * rows, and then against all, in a transaction that nobody else ever sees. And what an event costs
 * grows with its hearers alone.
 */
@QuarkusTest
class ClaimPlanTest {

  private static final int PENDING = Boolean.getBoolean("phoihop.test.full") ? 1_000_000 : 50_000;
  private static final int SUBSCRIPTIONS = Boolean.getBoolean("phoihop.test.full") ? 1_000 : 100;
  private static final int TAKEN = 64;
  private static final Pattern BUFFERS =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

  /** Rows that wait, by how they do: the subscription they are in, and the row's own columns. */
  private enum Backlog {
    /** Spread evenly, all due. */
    SPREAD("ACTIVE", "1 + mod(i, %1$d)", "'QUEUED', now() - i * interval '1 ms', NULL, NULL"),
    /** Nearly all in one that is paused: passing over them would be the trap. */
    PAUSED("PAUSED", "CASE WHEN mod(i, 50) = 0 THEN 1 + mod(i / 50, %1$d) ELSE 0 END", SPREAD.row),
    /** In one that has enough in hand at this instance. */
    FULL("ACTIVE", PAUSED.subscription, SPREAD.row),
    /** In one whose receiver was down: all wait for their retries. */
    RETRIES(
        "ACTIVE",
        PAUSED.subscription,
        "CASE WHEN i % 50 = 0 THEN 'QUEUED' ELSE 'RETRY_WAIT' END,"
            + " now() + CASE WHEN i % 50 = 0 THEN -1 ELSE 1 END * i * interval '1 ms', NULL, NULL"),
    /** In one that keeps the order, behind a few that fail. */
    IN_ORDER(
        "ACTIVE",
        PAUSED.subscription,
        "CASE WHEN i % 50 > 0 AND i < 1000 THEN 'RETRY_WAIT' ELSE 'QUEUED' END,"
            + " CASE WHEN i % 50 = 0 THEN now() WHEN i < 1000 THEN now() + interval '1 hour' END,"
            + " CASE WHEN i % 50 > 0 THEN uuid_of('o', i % 1000) END,"
            + " CASE WHEN i % 50 > 0 THEN i END");

    final String state;
    final String subscription;
    final String row;

    Backlog(String state, String subscription, String row) {
      this.state = state;
      this.subscription = subscription;
      this.row = row;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPREAD", "PAUSED", "FULL", "RETRIES", "IN_ORDER"})
  void what_a_claim_reads_does_not_grow_with_what_waits(String name) throws SQLException {
    Backlog backlog = Backlog.valueOf(name);
    Database.asSuperuser(
        connection -> {
          connection.setAutoCommit(false);
          try (Statement statement = connection.createStatement()) {
            prepare(statement, backlog);
            fill(statement, backlog, 1, PENDING / 10);
            String few = explain(connection, backlog);
            fill(statement, backlog, PENDING / 10 + 1, PENDING);
            String many = explain(connection, backlog);
            for (String plan : new String[] {few, many}) {
              assertTrue(plan.contains("Index Scan using delivery_due_idx on delivery q"), plan);
              assertFalse(plan.contains("Seq Scan on delivery"), plan);
              assertFalse(plan.contains("Seq Scan on notification"), plan);
            }
            assertTrue(
                buffers(many) < 1.5 * buffers(few),
                buffers(few) + " buffers grew to " + buffers(many) + "\n" + many);
          } finally {
            connection.rollback();
          }
          return null;
        });
  }

  @Test
  void nor_does_what_looks_for_the_leavings_of_deleted_subscriptions() throws SQLException {
    Database.asSuperuser(
        connection -> {
          connection.setAutoCommit(false);
          try (Statement statement = connection.createStatement()) {
            prepare(statement, Backlog.SPREAD);
            statement.execute(
                """
                INSERT INTO subscription (id, party, url, event_types, state, sequence, created_at)
                SELECT gen_random_uuid(), 'PLAN', 'https://receiver.example.vn/', '{incident.received}',
                  'DELETED', 1, now()
                FROM generate_series(1, %d)"""
                    .formatted(SUBSCRIPTIONS / 2));
            fill(statement, Backlog.SPREAD, 1, PENDING / 10);
            String few = plan(statement, MarkRepository.SUPPRESS);
            fill(statement, Backlog.SPREAD, PENDING / 10 + 1, PENDING);
            String many = plan(statement, MarkRepository.SUPPRESS);
            assertFalse(many.contains("Seq Scan on delivery"), many);
            assertTrue(
                buffers(many) < 1.5 * buffers(few),
                buffers(few) + " buffers grew to " + buffers(many) + "\n" + many);
          } finally {
            connection.rollback();
          }
          return null;
        });
  }

  @Test
  void what_an_event_costs_grows_with_those_who_hear_it_and_not_with_their_square()
      throws SQLException {
    int hearers = 1_000;
    Database.asSuperuser(
        connection -> {
          connection.setAutoCommit(false);
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                """
                INSERT INTO subscription (id, party, url, event_types, state, sequence, created_at)
                SELECT gen_random_uuid(), 'PLAN', 'https://receiver.example.vn/', '{incident.received}',
                  'ACTIVE', 1, now()
                FROM generate_series(1, %d)"""
                    .formatted(hearers));
            statement.execute("ANALYZE subscription");
            statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            statement.execute("DEALLOCATE ALL");
            statement.execute("PREPARE announce AS " + numbered(QueueRepository.ANNOUNCE));
            String event = "'{%s}'".formatted(UUID.randomUUID());
            String plan =
                plan(
                    statement,
                    "EXECUTE announce (%1$s, '{incident.received}', %1$s, '{2026-11-25T03:00:00Z}', '{said}', '{whole}', '{NULL}', '{NULL}', '{NULL}', %1$s, '{PLAN}', '{t}', '{}', 4, 4, 30, 4096, 100, 100, 250, 100, 90000)"
                        .formatted(event));
            assertTrue(plan.contains("Insert on delivery (actual rows=100.00"), plan);
            assertTrue(QueryPlan.mostRows(plan) <= 2 * hearers, plan);
            statement.execute("PREPARE tell_on AS " + numbered(QueueRepository.TELL_ON));
            for (int i = 0; i < 2; i++) {
              String part = plan(statement, "EXECUTE tell_on ('{}', 4096, 90000)");
              assertTrue(part.contains("CTE Scan on target (actual rows=250.00"), part);
              assertTrue(QueryPlan.mostRows(part) <= 2 * hearers, part);
            }
          } finally {
            connection.rollback();
          }
          return null;
        });
  }

  private static void prepare(Statement statement, Backlog backlog) throws SQLException {
    // Neither triggers nor foreign keys: the rows are made as those would have left them.
    statement.execute("SET LOCAL session_replication_role = replica");
    statement.execute(
        """
        CREATE FUNCTION pg_temp.uuid_of(kind text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
        RETURN md5(kind || '%s' || i)::uuid"""
            // What another case has taken back still lies in the indexes, under its own keys.
            .formatted(UUID.randomUUID()));
    statement.execute("UPDATE subscription SET state = 'PAUSED' WHERE state = 'ACTIVE'");
    statement.execute(
        """
        INSERT INTO subscription (id, party, url, event_types, state, sequence, created_at)
        SELECT pg_temp.uuid_of('s', i), 'PLAN', 'https://receiver.example.vn/', '{incident.received}',
          CASE WHEN i = 0 THEN '%s' ELSE 'ACTIVE' END, 1, now()
        FROM generate_series(0, %d) AS i"""
            .formatted(backlog.state, SUBSCRIPTIONS));
  }

  private static void fill(Statement statement, Backlog backlog, int from, int to)
      throws SQLException {
    statement.execute(
        """
        INSERT INTO notification (id, type, object_id, occurred_at, body)
        SELECT pg_temp.uuid_of('n', i), 'incident.received', pg_temp.uuid_of('i', i), now(), 'said'
        FROM generate_series(%d, %d) AS i"""
            .formatted(from, to));
    statement.execute(
        """
        INSERT INTO delivery (party, subscription_id, notification_id, event_type, attempts, tries,
          state, next_at, object_id, turn)
        SELECT 'PLAN', pg_temp.uuid_of('s', %s), pg_temp.uuid_of('n', i), 'incident.received', 0, 0,
          %s
        FROM generate_series(%d, %d) AS i"""
            .formatted(
                backlog.subscription.formatted(SUBSCRIPTIONS),
                backlog.row.replace("uuid_of", "pg_temp.uuid_of"),
                from,
                to));
    statement.execute("ANALYZE subscription, notification, delivery");
  }

  /** The plan that the service comes to have, for any arguments; taken back. */
  private static String explain(Connection connection, Backlog backlog) throws SQLException {
    Savepoint before = connection.setSavepoint();
    String full = backlog == Backlog.FULL ? "ARRAY[pg_temp.uuid_of('s', 0)]" : "'{}'::uuid[]";
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
      statement.execute(QueueRepository.IN_ORDER_OF_THE_INDEX);
      statement.execute("DEALLOCATE ALL");
      statement.execute("PREPARE claim AS " + numbered(QueueRepository.CLAIM));
      String plan = plan(statement, "EXECUTE claim (4, 4, 30, " + full + ", " + TAKEN + ", 90000)");
      Matcher taken = Pattern.compile("Update on delivery d.*rows=(\\d+)").matcher(plan);
      assertTrue(taken.find(), plan);
      assertEquals(TAKEN, Integer.parseInt(taken.group(1)), plan);
      return plan;
    } finally {
      connection.rollback(before);
    }
  }

  private static String plan(Statement statement, String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (ResultSet rows =
        statement.executeQuery(
            "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) " + sql)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static String numbered(String sql) {
    int n = 0;
    StringBuilder numbered = new StringBuilder();
    for (char c : sql.toCharArray()) {
      numbered.append(c == '?' ? "$" + ++n : c);
    }
    return numbered.toString();
  }

  /** All that the statement touched: the first line about buffers is the top node's. */
  private static long buffers(String plan) {
    Matcher buffers = BUFFERS.matcher(plan);
    assertTrue(buffers.find(), plan);
    return number(buffers.group(1)) + number(buffers.group(2));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
