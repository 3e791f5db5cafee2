package vn.phoihop.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What the relay reads at each wake-up does not grow with what it has sent since a vacuum. */
@QuarkusTest
class RelayPlanTest {

  @Inject OutboxConnections connections;

  @Test
  void what_is_unsent_is_read_in_the_order_of_its_index() throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "PREPARE relay AS "
              + OutboxTable.MARK_AND_READ
                  .replaceFirst("\\?", "\\$1")
                  .replaceFirst("\\?", "\\$2")
                  .replaceFirst("\\?", "\\$3"));
      try (ResultSet rows =
          statement.executeQuery("EXPLAIN EXECUTE relay ('{1,2}', '{}', '{1,2}')")) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
    }
    String text = plan.toString();
    assertTrue(text.contains("Index Scan using outbox_todo_idx on outbox o"), text);
    assertTrue(text.contains("Index Scan using outbox_pkey on outbox"), text);
    assertFalse(text.contains("Bitmap") || text.contains("Seq Scan"), text);
  }
}
