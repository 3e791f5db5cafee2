package vn.phoihop.reporting.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

/**
 * Reads lists and histories. What the caller may not see is not there: row-level security says so.
 */
@ApplicationScoped
class ObligationReadRepository {

  private static final String COLUMNS =
      """
      SELECT o.id, o.enterprise_id, e.name, o.kind, o.period, o.campaign_id, o.title, o.state, o.sequence, o.opened_at,
        o.due_at, o.due_anchor, o.due_rule, o.calendar_version, o.due_provisional, o.first_submitted_at, o.reason, r.id\s""";
  private static final String BESIDE =
      " LEFT JOIN enterprise e ON e.id = o.enterprise_id LEFT JOIN report r ON r.obligation_id = o.id";

  private final EntityManager entityManager;

  ObligationReadRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Pages over the party's reader rows, latest opened first. */
  List<ObligationView> list(
      String party,
      ObligationFilter filter,
      DueWindow window,
      @Nullable Position after,
      int limit) {
    Map<String, Object> values = new LinkedHashMap<>();
    NativeQuery<Tuple> query = query(listSql(filter, after, window, values));
    query.setParameter("party", party).setParameter("limit", limit);
    values.forEach(query::setParameter);
    return query.getResultStream().map(row -> view(row, window)).toList();
  }

  /** The page first, from the reader rows; then its obligations. */
  static String listSql(
      ObligationFilter filter,
      @Nullable Position after,
      DueWindow window,
      Map<String, Object> values) {
    StringBuilder narrowed = new StringBuilder();
    if (filter.period != null) {
      narrowed.append(" AND f.period = :period");
      values.put("period", filter.period);
    }
    if (filter.state != null) {
      narrowed.append(" AND f.state = :state");
      values.put("state", filter.state.name());
    }
    if (filter.enterpriseId != null) {
      narrowed.append(" AND f.enterprise_id = :enterprise");
      values.put("enterprise", filter.enterpriseId);
    }
    if (filter.campaignId != null) {
      narrowed.append(" AND f.campaign_id = :campaign");
      values.put("campaign", filter.campaignId);
    }
    if (filter.flag != null) {
      narrowed.append(" AND f.state = 'OPEN' AND f.due_at ");
      narrowed.append(filter.flag == DueFlag.OVERDUE ? "< :now" : ">= :now AND f.due_at <= :soon");
      values.put("now", window.now());
      if (filter.flag == DueFlag.DUE_SOON) {
        values.put("soon", window.soon());
      }
    }
    if (after != null) {
      values.put("at", after.at());
      values.put("id", after.id());
    }
    return COLUMNS
        + "FROM (SELECT r.aggregate_id, r.at FROM obligation_reader r"
        + (narrowed.isEmpty() ? "" : " JOIN obligation f ON f.id = r.aggregate_id")
        + " WHERE r.party = :party"
        + (after == null ? "" : " AND (r.at, r.aggregate_id) < (:at, :id)")
        + narrowed
        + " ORDER BY r.at DESC, r.aggregate_id DESC LIMIT :limit) page"
        + " JOIN obligation o ON o.id = page.aggregate_id"
        + BESIDE
        + " ORDER BY page.at DESC, page.aggregate_id DESC";
  }

  Optional<ObligationView> find(UUID id, DueWindow window) {
    return query(COLUMNS + "FROM obligation o" + BESIDE + " WHERE o.id = :id")
        .setParameter("id", id)
        .getResultStream()
        .map(row -> view(row, window))
        .findFirst();
  }

  private static ObligationView view(Tuple row, DueWindow window) {
    ObligationState state = ObligationState.valueOf(row.get(7, String.class));
    Instant dueAt = row.get(10, Instant.class);
    Instant submittedAt = row.get(15, Instant.class);
    return new ObligationView(
        row.get(0, UUID.class),
        row.get(1, UUID.class),
        row.get(2, String.class),
        ObligationKind.valueOf(row.get(3, String.class)),
        row.get(4, String.class),
        row.get(5, UUID.class),
        row.get(6, String.class),
        state,
        window.flags(state, dueAt),
        row.get(8, Long.class),
        row.get(9, Instant.class),
        dueAt,
        new ObligationView.DueView(
            row.get(11, Instant.class),
            row.get(12, String.class),
            row.get(13, String.class),
            row.get(14, Boolean.class)),
        submittedAt != null && submittedAt.isAfter(dueAt),
        submittedAt,
        row.get(16, String.class),
        row.get(17, UUID.class));
  }

  List<ObligationHistoryView> history(UUID id, long after, int limit) {
    return query(
            """
            SELECT sequence, at, written_by, verb, state, reason
            FROM obligation_history WHERE obligation_id = :id AND sequence > :after ORDER BY sequence LIMIT :limit""")
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(
            row ->
                new ObligationHistoryView(
                    row.get(0, Long.class),
                    row.get(1, Instant.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    ObligationState.valueOf(row.get(4, String.class)),
                    row.get(5, String.class)))
        .toList();
  }

  private NativeQuery<Tuple> query(String sql) {
    return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }
}
