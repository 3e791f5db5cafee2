package vn.phoihop.platform.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.problem.ProblemException;

/** Shows facts that the broker refused, and has them sent again. None is ever dropped. */
@Singleton
class UnsentEventService {

  private static final String SCOPE = "unsent-events";
  private static final String VIEW =
      """
      SELECT id, topic, type, aggregate_id, occurred_at, failed_at, coalesce(octet_length(payload::text), 0) AS size,
        (SELECT count(*) FROM outbox w WHERE w.aggregate_id = o.aggregate_id AND w.published_at IS NULL AND w.seq > o.seq) AS waiting
      FROM outbox o WHERE failed_at IS NOT NULL\s""";

  private final AgroalDataSource dataSource;
  private final Audit audit;
  private final Cursors cursors;

  UnsentEventService(AgroalDataSource dataSource, Audit audit, Cursors cursors) {
    this.dataSource = dataSource;
    this.audit = audit;
    this.cursors = cursors;
  }

  @Transactional
  Page<UnsentEventView> list(PageRequest page) {
    Position from = cursors.decode(page, SCOPE);
    List<UnsentEventView> rows =
        read(
            VIEW
                + """
                AND (failed_at, id) < (coalesce(?, 'infinity'::timestamptz), coalesce(?, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                ORDER BY failed_at DESC, id DESC LIMIT ?""",
            from == null ? null : from.at().atOffset(ZoneOffset.UTC),
            from == null ? null : from.id(),
            page.limit() + 1);
    return cursors.page(rows, page, SCOPE, row -> new Position(row.failedAt(), row.id()));
  }

  /** The relay tries it again within a moment; refused again, it is back in the list. */
  @Transactional
  UnsentEventView release(UUID id) {
    List<UnsentEventView> found = read(VIEW + "AND id = ? FOR UPDATE OF o", id);
    if (found.isEmpty()) {
      throw ProblemException.notFound();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE outbox SET failed_at = NULL WHERE id = ?")) {
      update.setObject(1, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox row could not be released", e);
    }
    audit.record("unsent_event.released", "unsent_event", id, 1);
    return found.get(0);
  }

  private List<UnsentEventView> read(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<UnsentEventView> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new UnsentEventView(
                  row.getObject("id", UUID.class),
                  row.getString("topic"),
                  row.getString("type"),
                  row.getObject("aggregate_id", UUID.class),
                  row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                  row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                  row.getLong("size"),
                  row.getLong("waiting")));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox could not be read", e);
    }
  }
}
