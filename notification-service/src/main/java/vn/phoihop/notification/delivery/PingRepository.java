package vn.phoihop.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Pings, written by the party that owns the subscription. */
@ApplicationScoped
class PingRepository {

  /** What a ping says. */
  record Pinged(String state, long sequence) {}

  private static final String TAKE =
      """
      WITH s AS (SELECT * FROM subscription WHERE id = ?),
      said AS (
        INSERT INTO notification (id, type, object_id, occurred_at, body)
        SELECT ?, 'ping', id, ?, ? FROM s),
      d AS (
        INSERT INTO delivery (party, subscription_id, notification_id, event_type, state,
          attempts, tries, next_at, lease_token)
        SELECT party, id, ?, 'ping', 'SENDING', 1, 1, now() + ? * interval '1 ms',
          gen_random_uuid()
        FROM s
        RETURNING id, lease_token, attempts, tries, subscription_id, party, notification_id,
          event_type)
      SELECT d.*, s.url, s.signatures, s.max_in_flight, s.rate_per_second, s.handshake,
        false AS in_order, ?::bytea AS body, %s AS keys
      FROM d JOIN s ON s.id = d.subscription_id"""
          .formatted(QueueRepository.KEYS);

  private final AgroalDataSource dataSource;

  PingRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One that is there; row-level security leaves those of other parties out. */
  Optional<Pinged> present(UUID subscriptionId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT state, sequence FROM subscription WHERE id = ? AND state <> 'DELETED'")) {
      statement.setObject(1, subscriptionId);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Pinged(rows.getString("state"), rows.getLong("sequence")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the subscription could not be read", e);
    }
  }

  /** Writes a ping as a delivery that this instance has taken. */
  Claimed take(UUID subscriptionId, UUID eventId, Instant now, byte[] body, Lease lease) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setObject(1, subscriptionId);
      statement.setObject(2, eventId);
      statement.setObject(3, now.atOffset(ZoneOffset.UTC));
      statement.setBytes(4, body);
      statement.setObject(5, eventId);
      statement.setLong(6, lease.length().toMillis());
      statement.setBytes(7, body);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return QueueRepository.claimed(rows, body, lease);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the ping could not be written", e);
    }
  }
}
