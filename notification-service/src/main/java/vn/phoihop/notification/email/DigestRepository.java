package vn.phoihop.notification.email;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person is told once a day: a notice of its own, and those that it tells of. */
@ApplicationScoped
class DigestRepository {

  private final AgroalDataSource dataSource;

  DigestRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Puts a notice into the person's digest of a day; into the next day's where that one is being
   * sent.
   *
   * @param wait until the digest of that day is due
   */
  void fold(Notice notice, UUID person, LocalDate day, Duration wait) {
    try (Connection connection = dataSource.getConnection()) {
      UUID digest = open(connection, notice, person, day, wait);
      if (digest == null) {
        digest = open(connection, notice, person, day.plusDays(1), wait.plusDays(1));
      }
      try (PreparedStatement fold =
          connection.prepareStatement(
              """
              UPDATE notice SET state = 'IN_DIGEST', person_id = ?, digest_id = ?, error_code = NULL,
                status_code = NULL, lease_token = NULL, sequence = sequence + 1
              WHERE id = ? AND lease_token = ?""")) {
        fold.setObject(1, person);
        fold.setObject(2, digest);
        fold.setObject(3, notice.id());
        fold.setObject(4, notice.token());
        fold.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the notice could not be put into a digest", e);
    }
  }

  /** Locks the digest, so that it is not claimed before what it tells of is there. */
  private static @Nullable UUID open(
      Connection connection, Notice notice, UUID person, LocalDate day, Duration wait)
      throws SQLException {
    try (PreparedStatement open =
        connection.prepareStatement(
            """
            INSERT INTO notice AS n (event_id, kind, addressee, person_id, enterprise_id, object_id,
              reference, digest_on, state, next_at)
            VALUES (gen_random_uuid(), 'DIGEST', 'PERSON', ?, ?, ?, ?, ?, 'QUEUED',
              now() + ? * interval '1 ms')
            ON CONFLICT (person_id, digest_on) WHERE kind = 'DIGEST'
              DO UPDATE SET sequence = n.sequence + 1 WHERE n.state = 'QUEUED'
            RETURNING id""")) {
      open.setObject(1, person);
      open.setObject(2, notice.enterprise());
      open.setObject(3, person);
      open.setString(4, day.toString());
      open.setObject(5, day);
      open.setLong(6, wait.toMillis());
      try (ResultSet rows = open.executeQuery()) {
        return rows.next() ? rows.getObject(1, UUID.class) : null;
      }
    }
  }

  /** What the digest tells of, oldest first. */
  List<Letter.Line> lines(UUID digest) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT kind, object_id, reference FROM notice WHERE digest_id = ? AND state = 'IN_DIGEST'
                ORDER BY created_at, id""")) {
      statement.setObject(1, digest);
      List<Letter.Line> lines = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new Letter.Line(
                  NoticeKind.valueOf(rows.getString(1)),
                  rows.getObject(2, UUID.class),
                  rows.getString(3)));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("the digest could not be read", e);
    }
  }

  /** Nobody reads this digest: its notices look for whoever is in office now. */
  void unfold(UUID digest) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                UPDATE notice SET state = 'QUEUED', digest_id = NULL, person_id = NULL,
                  next_at = now(), created_at = now(), sequence = sequence + 1
                WHERE digest_id = ? AND state = 'IN_DIGEST'""")) {
      statement.setObject(1, digest);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the digest could not be taken apart", e);
    }
  }

  /** The reader was not reached: the liaison's deputy is told of each matter at once. */
  void passOn(UUID digest) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO notice (event_id, kind, addressee, channel, enterprise_id, object_id,
                  reference, urgent, state)
                SELECT event_id, kind, 'DEPUTY', channel, enterprise_id, object_id, reference, true,
                  'QUEUED'
                FROM notice WHERE digest_id = ? AND addressee = 'LIAISON'
                ON CONFLICT DO NOTHING""")) {
      statement.setObject(1, digest);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the digest could not be passed on", e);
    }
  }
}
