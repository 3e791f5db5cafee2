package vn.phoihop.platform.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;

/** What the sealer reads each second does not grow with the trail behind it. */
@QuarkusTest
class SealingPlanTest {

  @Test
  void rows_that_wait_are_each_read_by_their_key() throws SQLException {
    String plan =
        Database.asSuperuser(
            connection -> {
              connection.setAutoCommit(false);
              try (Statement statement = connection.createStatement()) {
                statement.execute(
                    """
                    INSERT INTO audit (id, at, party, subject, action, object_type, object_id,
                      object_sequence)
                    SELECT gen_random_uuid(), now(), 'PLAN', 'plan', 'plan.made', 'plan',
                      gen_random_uuid(), 1
                    FROM generate_series(1, 20000)""");
                statement.execute(
                    """
                    INSERT INTO audit_todo SELECT id FROM audit ORDER BY id LIMIT 15000
                    ON CONFLICT DO NOTHING""");
                statement.execute("ANALYZE audit, audit_todo");
                // As on the sealer's connection.
                statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
                statement.execute("DEALLOCATE ALL");
                statement.execute(
                    "PREPARE waiting AS "
                        + AuditTable.WAITING.replaceFirst("\\?", "\\$1").replace("?", "$2"));
                return explain(statement);
              } finally {
                connection.rollback();
              }
            });
    assertTrue(plan.contains("Index Scan using audit_pkey on audit"), plan);
    assertFalse(plan.contains("Seq Scan on audit"), plan);
    assertFalse(plan.contains("Hash"), plan);
  }

  private static String explain(Statement statement) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (ResultSet rows = statement.executeQuery("EXPLAIN EXECUTE waiting (1, 1000)")) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }
}
