package vn.phoihop.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What receivers that fail, or are disabled, leave untold of grave events. */
@ApplicationScoped
class UndeliveredRepository {

  private static final String EVENTS =
      """
      SELECT DISTINCT n.id, d.party, n.object_id,
        coalesce(convert_from(n.body, 'UTF8')::jsonb #>> '{data,receiptNumber}', n.object_id::text)
          AS reference
      FROM notification n
      JOIN delivery d ON d.notification_id = n.id
      JOIN subscription s ON s.id = d.subscription_id
      WHERE n.severity IN ('HIGH', 'CRITICAL') AND\s""";

  /**
   * An attempt failed, and there is none within moments, or the receiver's owner had been told
   * already that it fails.
   */
  private static final String FAILED =
      EVENTS
          + """
          d.id = ANY (?) AND (d.id = ANY (?) OR s.state = 'DISABLED' OR EXISTS (
            SELECT FROM subscription_failure f
            WHERE f.subscription_id = s.id AND f.url = s.url AND f.told_at IS NOT NULL))""";

  /** No attempt is made at all, or not before others at a receiver that fails. */
  private static final String HELD =
      EVENTS
          + """
          n.id = ANY (?) AND (s.state = 'DISABLED' OR (d.state = 'QUEUED' AND EXISTS (
            SELECT FROM subscription_failure f
            WHERE f.subscription_id = s.id AND f.url = s.url
              AND f.first_failure_at < now() - ? * interval '1 ms')))""";

  private final AgroalDataSource dataSource;

  UndeliveredRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param late of these, the ones that are not tried again within moments
   */
  List<Undelivered.Event> failed(List<UUID> deliveries, List<UUID> late) {
    return events(FAILED, deliveries, statement -> SqlArrays.uuids(statement, 2, late, id -> id));
  }

  /**
   * @param moment for how long a receiver may have failed without anybody being told
   */
  List<Undelivered.Event> held(List<UUID> events, Duration moment) {
    return events(HELD, events, statement -> statement.setLong(2, moment.toMillis()));
  }

  private interface Second {
    void set(PreparedStatement statement) throws SQLException;
  }

  private List<Undelivered.Event> events(String sql, List<UUID> ids, Second second) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      SqlArrays.uuids(statement, 1, ids, id -> id);
      second.set(statement);
      List<Undelivered.Event> events = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          events.add(
              new Undelivered.Event(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getObject(3, UUID.class),
                  rows.getString(4)));
        }
      }
      return events;
    } catch (SQLException e) {
      throw new IllegalStateException("the undelivered events could not be read", e);
    }
  }
}
