package vn.phoihop.notification.email;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** The notices as a queue; times are the database's. */
@ApplicationScoped
class NoticeRepository {

  private final AgroalDataSource dataSource;

  NoticeRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void add(UUID eventId, NoticeKind kind, Addressee addressee, UUID enterpriseId, NoticeFact fact) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO notice
                  (event_id, kind, addressee, enterprise_id, object_id, reference, state)
                VALUES (?, ?, ?, ?, ?, ?, 'QUEUED') ON CONFLICT DO NOTHING""")) {
      statement.setObject(1, eventId);
      statement.setString(2, kind.name());
      statement.setString(3, addressee.name());
      statement.setObject(4, enterpriseId);
      statement.setObject(5, fact.id());
      statement.setString(6, fact.reference());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the notice could not be written", e);
    }
  }

  List<Notice> claim(int most, Duration lease) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                UPDATE notice n SET state = 'SENDING', attempts = n.attempts + 1,
                  next_at = now() + ? * interval '1 ms', lease_token = gen_random_uuid(),
                  sequence = n.sequence + 1
                WHERE n.id IN (
                  SELECT id FROM notice
                  WHERE state IN ('QUEUED', 'SENDING', 'RETRY_WAIT') AND next_at <= now()
                  ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING n.id, n.lease_token, n.kind, n.addressee, n.enterprise_id, n.object_id,
                  n.reference, n.attempts,
                  (extract(epoch FROM now() - n.created_at) * 1000)::bigint AS age_ms""")) {
      statement.setLong(1, lease.toMillis());
      statement.setInt(2, most);
      List<Notice> notices = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          notices.add(
              new Notice(
                  rows.getObject("id", UUID.class),
                  rows.getObject("lease_token", UUID.class),
                  NoticeKind.valueOf(rows.getString("kind")),
                  Addressee.valueOf(rows.getString("addressee")),
                  rows.getObject("enterprise_id", UUID.class),
                  rows.getObject("object_id", UUID.class),
                  rows.getString("reference"),
                  rows.getInt("attempts"),
                  Duration.ofMillis(rows.getLong("age_ms"))));
        }
      }
      return notices;
    } catch (SQLException e) {
      throw new IllegalStateException("the notices could not be claimed", e);
    }
  }

  /** Writes how it ended; empty where the lease was lost, and the notice is another's. */
  OptionalLong complete(Posting posting) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                UPDATE notice SET state = ?, person_id = ?, error_code = ?, lease_token = NULL,
                  next_at = now() + ? * interval '1 ms', sequence = sequence + 1
                WHERE id = ? AND lease_token = ? RETURNING sequence""")) {
      statement.setString(1, posting.move().to().name());
      statement.setObject(2, posting.person());
      statement.setString(3, posting.reason());
      statement.setLong(4, posting.pause().toMillis());
      statement.setObject(5, posting.notice().id());
      statement.setObject(6, posting.notice().token());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the notice could not be marked", e);
    }
  }
}
