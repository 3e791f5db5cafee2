package vn.phoihop.notification.email;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

/** Notices as the parties see them; row-level security says which. */
@ApplicationScoped
class NoticeLedgerRepository {

  private static final String VIEW =
      """
      SELECT id, kind, addressee, channel, enterprise_id, authority, object_id, reference, state, person_id,
        error_code, status_code, urgent, attempts, next_at, digest_id, sent_at, sequence, created_at
      FROM notice
      """;

  private static final Set<NoticeState> WAITING =
      EnumSet.of(NoticeState.QUEUED, NoticeState.RETRY_WAIT, NoticeState.HELD);

  private final AgroalDataSource dataSource;

  NoticeLedgerRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Newest first, one more than a page holds.
   *
   * @param enterprise whose; null for all. The policies would see to it too, but no index serves
   *     them
   * @param authority likewise
   */
  List<NoticeView> page(
      @Nullable UUID enterprise,
      @Nullable String authority,
      NoticeFilter filter,
      @Nullable Position after,
      int limit) {
    StringBuilder sql = new StringBuilder(VIEW).append("WHERE true");
    List<Object> parameters = new ArrayList<>();
    if (enterprise != null) {
      sql.append(" AND enterprise_id = ?");
      parameters.add(enterprise);
    }
    if (authority != null) {
      sql.append(" AND authority = ?");
      parameters.add(authority);
    }
    if (filter.objectId != null) {
      sql.append(" AND object_id = ?");
      parameters.add(filter.objectId);
    }
    if (filter.failed) {
      sql.append(" AND state IN ('DEAD_LETTER', 'UNREACHABLE', 'BOUNCED')");
    }
    if (after != null) {
      sql.append(" AND (created_at, id) < (?, ?)");
      parameters.add(after.at().atOffset(ZoneOffset.UTC));
      parameters.add(after.id());
    }
    sql.append(" ORDER BY created_at DESC, id DESC LIMIT ").append(limit + 1);
    return views(sql.toString(), parameters);
  }

  Optional<NoticeView> present(UUID id) {
    return views(VIEW + "WHERE id = ?", List.of(id)).stream().findFirst();
  }

  /** Reporting a bounce twice is reporting it once. */
  void reportBounce(UUID noticeId, String party, String status) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO bounce (notice_id, party, status) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
      statement.setObject(1, noticeId);
      statement.setString(2, party);
      statement.setString(3, status);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the bounce could not be reported", e);
    }
  }

  private List<NoticeView> views(String sql, List<Object> parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      List<NoticeView> views = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          views.add(view(rows));
        }
      }
      return views;
    } catch (SQLException e) {
      throw new IllegalStateException("the notices could not be read", e);
    }
  }

  private static NoticeView view(ResultSet row) throws SQLException {
    NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
    NoticeState state = NoticeState.valueOf(row.getString("state"));
    String reason = row.getString("error_code");
    return new NoticeView(
        row.getObject("id", UUID.class),
        kind,
        kind.noticeClass(),
        Addressee.valueOf(row.getString("addressee")),
        Channel.valueOf(row.getString("channel")),
        row.getObject("enterprise_id", UUID.class),
        row.getString("authority"),
        row.getObject("object_id", UUID.class),
        row.getString("reference"),
        state,
        row.getObject("person_id", UUID.class),
        reason == null ? null : Posting.Reason.valueOf(reason),
        row.getString("status_code"),
        row.getBoolean("urgent"),
        row.getInt("attempts"),
        WAITING.contains(state) ? instant(row, "next_at") : null,
        row.getObject("digest_id", UUID.class),
        row.getObject("sent_at") == null ? null : instant(row, "sent_at"),
        row.getLong("sequence"),
        instant(row, "created_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
