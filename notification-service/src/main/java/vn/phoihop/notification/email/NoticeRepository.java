package vn.phoihop.notification.email;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The notices as a queue; times are the database's. */
@ApplicationScoped
class NoticeRepository {

  private static final String COLUMNS =
      """
      n.id, n.lease_token, n.event_id, n.kind, n.addressee, n.channel, n.person_id, n.enterprise_id,
        n.authority, n.object_id, n.reference, n.urgent, n.attempts,
        (extract(epoch FROM now() - n.created_at) * 1000)::bigint AS age_ms
      """;

  private final AgroalDataSource dataSource;

  NoticeRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void add(NewNotice notice) {
    addAll(List.of(notice));
  }

  /** All in one round trip. */
  void addAll(List<NewNotice> notices) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO notice (event_id, kind, addressee, channel, enterprise_id, authority,
                  object_id, reference, urgent, state)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED'
                WHERE NOT EXISTS (SELECT FROM notice
                  WHERE event_id = ? AND addressee = ? AND channel = ?
                    AND (state = 'SENT' OR urgent AND state IN ('QUEUED', 'SENDING', 'RETRY_WAIT')))
                ON CONFLICT DO NOTHING""")) {
      for (NewNotice notice : notices) {
        set(
            statement,
            notice.eventId(),
            notice.kind().name(),
            notice.addressee().name(),
            notice.channel().name(),
            notice.enterpriseId(),
            notice.authority(),
            notice.objectId(),
            notice.reference(),
            notice.urgent(),
            notice.about(),
            notice.addressee().name(),
            notice.channel().name());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the notices could not be written", e);
    }
  }

  /** The urgent ones first, then in the order of their making. */
  List<Notice> claim(int most, Duration lease) {
    List<Notice> claimed =
        notices(
            """
        UPDATE notice n SET state = 'SENDING', attempts = n.attempts + 1,
          next_at = now() + ? * interval '1 ms', lease_token = gen_random_uuid(),
          sequence = n.sequence + 1
        WHERE n.id IN (
          SELECT id FROM notice
          WHERE state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'HELD') AND next_at <= now()
          ORDER BY urgent DESC, next_at LIMIT ? FOR UPDATE SKIP LOCKED)
        RETURNING\s"""
                + COLUMNS,
            lease.toMillis(),
            most);
    claimed.sort(Comparator.comparing(Notice::urgent).reversed().thenComparing(Notice::id));
    return claimed;
  }

  /**
   * Names the person to whom the notice goes now; false where the lease was lost. Waits for the
   * other notices of the event, so that two of them cannot choose the same mailbox unseen.
   */
  boolean address(Notice notice, UUID person) {
    update("SELECT id FROM notice WHERE event_id = ? ORDER BY id FOR UPDATE", notice.eventId());
    return update(
            "UPDATE notice SET person_id = ? WHERE id = ? AND lease_token = ?",
            person,
            notice.id(),
            notice.token())
        == 1;
  }

  /** The persons to whom other notices of the same event go by the same channel. */
  List<UUID> othersToldOf(Notice notice) {
    return ids(
        """
        SELECT person_id FROM notice WHERE event_id = ? AND channel = ? AND id <> ?
          AND person_id IS NOT NULL AND state <> 'SUPPRESSED'""",
        notice.eventId(),
        notice.channel().name(),
        notice.id());
  }

  /** Writes how it ended; empty where the lease was lost, and the notice is another's. */
  OptionalLong complete(Posting posting) {
    boolean held = posting.move() == NoticeState.Move.HOLD;
    return sequence(
        """
        UPDATE notice SET state = ?, person_id = ?, error_code = ?, status_code = ?,
          lease_token = NULL, next_at = now() + ? * interval '1 ms', attempts = attempts - ?,
          sent_at = CASE WHEN ? THEN now() END, sequence = sequence + 1
        WHERE id = ? AND lease_token = ? RETURNING sequence""",
        posting.move().to().name(),
        posting.person(),
        posting.reason() == null ? null : posting.reason().name(),
        posting.status(),
        posting.pause().toMillis(),
        held ? 1 : 0,
        posting.move() == NoticeState.Move.ACCEPT,
        posting.notice().id(),
        posting.notice().token());
  }

  /** What quiet hours hold back from a person is due now. */
  void letGo(UUID person) {
    update(
        """
        UPDATE notice SET next_at = now(), sequence = sequence + 1
        WHERE state = 'HELD' AND person_id = ?""",
        person);
  }

  /** The bounces that were reported and are not known yet, each taken once. */
  List<Bounced> takeBounces(int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                WITH reported AS (
                  DELETE FROM bounce WHERE notice_id IN (
                    SELECT notice_id FROM bounce LIMIT ? FOR UPDATE SKIP LOCKED)
                  RETURNING notice_id, status)
                UPDATE notice n SET state = 'BOUNCED', error_code = 'BOUNCED', status_code = r.status,
                  sequence = n.sequence + 1
                FROM reported r WHERE n.id = r.notice_id AND n.state = 'SENT' RETURNING n.sequence,
                """
                    + "n.status_code, "
                    + COLUMNS)) {
      statement.setInt(1, most);
      List<Bounced> bounces = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          bounces.add(
              new Bounced(notice(rows), rows.getString("status_code"), rows.getLong("sequence")));
        }
      }
      return bounces;
    } catch (SQLException e) {
      throw new IllegalStateException("the bounces could not be taken", e);
    }
  }

  record Bounced(Notice notice, String status, long sequence) {}

  private List<Notice> notices(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      List<Notice> notices = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          notices.add(notice(rows));
        }
      }
      return notices;
    } catch (SQLException e) {
      throw new IllegalStateException("the notices could not be claimed", e);
    }
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getObject("id", UUID.class),
        row.getObject("lease_token", UUID.class),
        row.getObject("event_id", UUID.class),
        NoticeKind.valueOf(row.getString("kind")),
        Addressee.valueOf(row.getString("addressee")),
        Channel.valueOf(row.getString("channel")),
        row.getObject("person_id", UUID.class),
        row.getObject("enterprise_id", UUID.class),
        row.getString("authority"),
        row.getObject("object_id", UUID.class),
        row.getString("reference"),
        row.getBoolean("urgent"),
        row.getInt("attempts"),
        Duration.ofMillis(row.getLong("age_ms")));
  }

  private OptionalLong sequence(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the notice could not be marked", e);
    }
  }

  private List<UUID> ids(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      List<UUID> ids = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("the notices could not be read", e);
    }
  }

  private int update(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      return statement.execute() ? 0 : statement.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException("the notices could not be written", e);
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
