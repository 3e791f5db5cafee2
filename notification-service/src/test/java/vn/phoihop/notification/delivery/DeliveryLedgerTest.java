package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.notification.Subscriber;
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

  @Test
  void a_party_pings_its_own_subscriptions_alone() throws Exception {
    Subscriber one = Subscriber.to("http://127.0.0.1:9/", "incident.received");
    Subscriber other = Subscriber.to("http://127.0.0.1:9/", "incident.received");
    assertEquals(1, ping(one.party(), one.id()));
    SQLException refused = assertThrows(SQLException.class, () -> ping(one.party(), other.id()));
    assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
  }

  /** As the role that serves, for a party, whatever the service itself would ask for. */
  private static int ping(String party, String subscription) throws SQLException {
    return Database.as(
        party,
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  INSERT INTO delivery (party, subscription_id, notification_id, event_type, state,
                    attempts, tries, next_at)
                  VALUES (?, ?::uuid, gen_random_uuid(), 'ping', 'DEAD_LETTER', 1, 1, now())""")) {
            statement.setString(1, party);
            statement.setString(2, subscription);
            return statement.executeUpdate();
          }
        });
  }
}
