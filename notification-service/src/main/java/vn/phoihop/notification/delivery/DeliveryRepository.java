package vn.phoihop.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

/** Deliveries as their owners and the operator see them; row-level security says which. */
@ApplicationScoped
class DeliveryRepository {

  private static final String SUMMARY =
      """
      SELECT id, party, subscription_id, notification_id, event_type, state, attempts, next_at,
        sequence, created_at FROM delivery
      """;

  private final AgroalDataSource dataSource;

  DeliveryRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Newest first, one more than a page holds.
   *
   * @param party whose; null for all. The policies would see to it too, but no index serves them
   */
  List<DeliverySummary> page(
      @Nullable String party, DeliveryFilter filter, @Nullable Position after, int limit) {
    StringBuilder sql = new StringBuilder(SUMMARY).append("WHERE true");
    List<Object> parameters = new ArrayList<>();
    if (party != null) {
      sql.append(" AND party = ?");
      parameters.add(party);
    }
    if (filter.subscriptionId != null) {
      sql.append(" AND subscription_id = ?");
      parameters.add(filter.subscriptionId);
    }
    if (filter.eventId != null) {
      sql.append(" AND notification_id = ?");
      parameters.add(filter.eventId);
    }
    if (filter.state != null) {
      // The constant, not a parameter: a partial index serves the dead letters.
      sql.append(" AND state = '").append(filter.state.name()).append('\'');
    }
    if (after != null) {
      sql.append(" AND id < ?");
      parameters.add(after.id());
    }
    sql.append(" ORDER BY id DESC LIMIT ").append(limit + 1);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      return summaries(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be read", e);
    }
  }

  Optional<DeliverySummary> present(UUID id) {
    return one("WHERE id = ?", id);
  }

  /** One whose subscription is there: a deleted one is not called any more. */
  Optional<DeliverySummary> resendable(UUID id) {
    return one(
        """
        WHERE id = ? AND EXISTS (SELECT FROM subscription s
          WHERE s.id = delivery.subscription_id AND s.state <> 'DELETED')""",
        id);
  }

  private Optional<DeliverySummary> one(String where, UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SUMMARY + where)) {
      statement.setObject(1, id);
      return summaries(statement).stream().findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("the delivery could not be read", e);
    }
  }

  /** The last hundred, oldest first. */
  List<AttemptView> attempts(UUID deliveryId, boolean withHeads) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT n, at, status, error_code, duration_ms, response_head FROM attempt
                WHERE delivery_id = ? ORDER BY n DESC LIMIT 100""")) {
      statement.setObject(1, deliveryId);
      List<AttemptView> attempts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String error = rows.getString("error_code");
          byte[] head = withHeads ? rows.getBytes("response_head") : null;
          attempts.add(
              new AttemptView(
                  rows.getInt("n"),
                  instant(rows, "at"),
                  rows.getObject("status", Integer.class),
                  error == null ? null : Outcome.Fault.valueOf(error),
                  rows.getObject("duration_ms", Integer.class),
                  head == null ? null : new String(head, StandardCharsets.UTF_8)));
        }
      }
      Collections.reverse(attempts);
      return attempts;
    } catch (SQLException e) {
      throw new IllegalStateException("the attempts could not be read", e);
    }
  }

  /** Asks the dispatcher to send it again; asking twice is asking once. */
  void askAgain(UUID deliveryId, String party) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO resend (delivery_id, party, asked_at) VALUES (?, ?, now())
                ON CONFLICT DO NOTHING""")) {
      statement.setObject(1, deliveryId);
      statement.setString(2, party);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the resend could not be asked for", e);
    }
  }

  private static List<DeliverySummary> summaries(PreparedStatement statement) throws SQLException {
    List<DeliverySummary> summaries = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        DeliveryState state = DeliveryState.valueOf(rows.getString("state"));
        summaries.add(
            new DeliverySummary(
                rows.getObject("id", UUID.class),
                rows.getString("party"),
                rows.getObject("subscription_id", UUID.class),
                rows.getObject("notification_id", UUID.class),
                rows.getString("event_type"),
                state,
                rows.getInt("attempts"),
                state.isQueued() ? nullable(rows, "next_at") : null,
                rows.getLong("sequence"),
                instant(rows, "created_at")));
      }
    }
    return summaries;
  }

  private static @Nullable Instant nullable(ResultSet rows, String column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Instant instant(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }
}
