package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.test.Database;

/** What was said, to whom and how it ended is evidence. */
@QuarkusTest
class DeliveryLedgerTest {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ParameterizedTest
  @ValueSource(strings = {"subscription", "notification", "delivery", "attempt"})
  void not_even_the_system_takes_a_row_away(String table) {
    SQLException refused =
        assertThrows(
            SQLException.class,
            () ->
                Database.as(
                    "SYSTEM",
                    connection ->
                        connection.createStatement().executeUpdate("DELETE FROM " + table)));
    assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
  }
}
