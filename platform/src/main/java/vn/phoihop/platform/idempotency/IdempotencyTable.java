package vn.phoihop.platform.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.ledger.IdempotencyRow;

/** Looks answers up and forgets old ones; the ledger writes them. */
@Singleton
class IdempotencyTable {

  private final AgroalDataSource dataSource;

  IdempotencyTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Nullable IdempotencyRow find(String party, String subject, String operation, String key) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT fingerprint, status, headers, body FROM idempotency
                WHERE party = ? AND subject = ? AND operation = ? AND key = ?""")) {
      select.setString(1, party);
      select.setString(2, subject);
      select.setString(3, operation);
      select.setString(4, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new IdempotencyRow(
                party,
                subject,
                operation,
                key,
                row.getBytes(1),
                row.getInt(2),
                row.getString(3),
                row.getBytes(4))
            : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the idempotency table could not be read", e);
    }
  }

  @Scheduled(every = "1h", delayed = "10m")
  void forgetOld() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM idempotency WHERE created_at < now() - interval '48 hours'")) {
      delete.executeUpdate();
    }
  }
}
