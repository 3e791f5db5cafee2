package vn.phoihop.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Forgets facts a week after they left: the topics keep them for ever. */
@Singleton
class OutboxPurge {

  private static final int AT_ONCE = 10_000;

  private final AgroalDataSource dataSource;

  OutboxPurge(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  // Two instances that delete at once delete other rows: SKIP LOCKED.
  @Scheduled(every = "1h", delayed = "10m")
  void forgetSent() throws SQLException {
    int deleted;
    do {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement delete =
              connection.prepareStatement(
                  """
                  DELETE FROM outbox WHERE seq IN (
                    SELECT seq FROM outbox
                    WHERE created_at < now() - interval '7 days' AND published_at < now() - interval '7 days'
                    LIMIT ? FOR UPDATE SKIP LOCKED)""")) {
        delete.setInt(1, AT_ONCE);
        deleted = delete.executeUpdate();
      }
    } while (deleted == AT_ONCE);
  }
}
