package vn.phoihop.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.Totals;

/** Reads reports. What the caller may not see is not there: row-level security says so. */
@ApplicationScoped
class ReportReadRepository {

  private final EntityManager entityManager;

  ReportReadRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Pages over the party's reader rows, latest first. */
  List<ReportSummary> list(String party, ReportFilter filter, @Nullable Position after, int limit) {
    NativeQuery<Tuple> query =
        query(listSql(filter, after)).setParameter("party", party).setParameter("limit", limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    if (filter.period != null) {
      query.setParameter("period", filter.period);
    }
    if (filter.state != null) {
      query.setParameter("state", filter.state.name());
    }
    if (filter.enterpriseId != null) {
      query.setParameter("enterprise", filter.enterpriseId);
    }
    return query.getResultStream().map(ReportReadRepository::summary).toList();
  }

  /** The page first, from the reader rows; then its reports. */
  static String listSql(ReportFilter filter, @Nullable Position after) {
    String narrowed =
        (filter.period == null ? "" : " AND f.period = :period")
            + (filter.state == null ? "" : " AND f.state = :state")
            + (filter.enterpriseId == null ? "" : " AND f.enterprise_id = :enterprise");
    return """
        SELECT r.id, r.obligation_id, r.enterprise_id, e.name, r.period, r.campaign_id, r.state, r.version,
          r.accepted_version, r.late, r.submitted_at, r.accepted_at, page.at
        FROM (SELECT d.aggregate_id, d.at FROM report_reader d"""
        + (narrowed.isEmpty() ? "" : " JOIN report f ON f.id = d.aggregate_id")
        + " WHERE d.party = :party"
        + (after == null ? "" : " AND (d.at, d.aggregate_id) < (:at, :id)")
        + narrowed
        + """
         ORDER BY d.at DESC, d.aggregate_id DESC LIMIT :limit) page
        JOIN report r ON r.id = page.aggregate_id LEFT JOIN enterprise e ON e.id = r.enterprise_id
        ORDER BY page.at DESC, page.aggregate_id DESC""";
  }

  private static ReportSummary summary(Tuple row) {
    return new ReportSummary(
        row.get(0, UUID.class),
        row.get(1, UUID.class),
        row.get(2, UUID.class),
        row.get(3, String.class),
        row.get(4, String.class),
        row.get(5, UUID.class),
        ReportState.valueOf(row.get(6, String.class)),
        row.get(7, Integer.class),
        row.get(8, Integer.class),
        row.get(9, Boolean.class),
        row.get(10, Instant.class),
        row.get(11, Instant.class),
        row.get(12, Instant.class));
  }

  /** What the enterprise is writing. */
  ReportContent draft(UUID id) {
    return query("SELECT cast(content AS text) FROM report_draft WHERE report_id = :id")
        .setParameter("id", id)
        .getResultStream()
        .map(row -> json(row.get(0, String.class), ReportContent.class))
        .findFirst()
        .orElse(ReportContent.EMPTY);
  }

  Optional<SubmittedVersion> version(UUID id, int version) {
    return query(
            """
            SELECT submitted_at, cast(figures AS text), cast(totals AS text), cast(recorded_figures AS text),
              cast(recorded_totals AS text), cast(content AS text), cast(changes AS text)
            FROM report_version WHERE report_id = :id AND version = :version""")
        .setParameter("id", id)
        .setParameter("version", version)
        .getResultStream()
        .map(
            row ->
                new SubmittedVersion(
                    version,
                    row.get(0, Instant.class),
                    recorded(row.get(1, String.class), row.get(2, String.class)),
                    recorded(row.get(3, String.class), row.get(4, String.class)),
                    json(row.get(5, String.class), ReportContent.class),
                    List.of(json(row.get(6, String.class), Change[].class))))
        .findFirst();
  }

  /** Oldest first, each with what was said of it. */
  List<VersionSummary> versions(UUID id, long after, int limit) {
    return query(
            """
            SELECT v.version, v.submitted_at, v.nil, w.verdict, w.at, w.reasons, w.note FROM report_version v
            LEFT JOIN report_review w ON w.report_id = v.report_id AND w.version = v.version
            WHERE v.report_id = :id AND v.version > :after ORDER BY v.version LIMIT :limit""")
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(
            row ->
                new VersionSummary(
                    row.get(0, Integer.class),
                    row.get(1, Instant.class),
                    row.get(2, Boolean.class),
                    row.get(3) == null
                        ? null
                        : new ReviewView(
                            row.get(3, String.class),
                            row.get(4, Instant.class),
                            List.of(row.get(5, String[].class)),
                            row.get(6, String.class))))
        .toList();
  }

  List<HistoryView> history(UUID id, long after, int limit) {
    return query(
            """
            SELECT sequence, at, written_by, verb, state, version, reason
            FROM report_history WHERE report_id = :id AND sequence > :after ORDER BY sequence LIMIT :limit""")
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(
            row ->
                new HistoryView(
                    row.get(0, Long.class),
                    row.get(1, Instant.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    ReportState.valueOf(row.get(4, String.class)),
                    row.get(5, Integer.class),
                    row.get(6, String.class)))
        .toList();
  }

  /** The totals accepted of an enterprise's periodic report. */
  Optional<Totals> acceptedTotals(UUID enterpriseId, String period) {
    return query(
            """
            SELECT cast(v.totals AS text)
            FROM report r JOIN report_version v ON v.report_id = r.id AND v.version = r.accepted_version
            WHERE r.period = :period AND r.enterprise_id = :enterprise AND r.campaign_id IS NULL""")
        .setParameter("period", period)
        .setParameter("enterprise", enterpriseId)
        .getResultStream()
        .map(row -> json(row.get(0, String.class), Totals.class))
        .findFirst();
  }

  List<AcceptedReport> accepted(String period) {
    return query(
            """
            SELECT r.enterprise_id, coalesce(e.name, cast(r.enterprise_id AS text)), r.id, v.version, v.nil,
              cast(v.figures AS text), cast(v.totals AS text)
            FROM report r JOIN report_version v ON v.report_id = r.id AND v.version = r.accepted_version
            LEFT JOIN enterprise e ON e.id = r.enterprise_id
            WHERE r.period = :period AND r.campaign_id IS NULL ORDER BY r.enterprise_id""")
        .setParameter("period", period)
        .getResultStream()
        .map(
            row ->
                new AcceptedReport(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, UUID.class),
                    row.get(3, Integer.class),
                    row.get(4, Boolean.class),
                    List.of(json(row.get(5, String.class), Figure[].class)),
                    json(row.get(6, String.class), Totals.class)))
        .toList();
  }

  List<OwedReport> owed(String period) {
    return query(
            """
            SELECT o.enterprise_id, coalesce(e.name, cast(o.enterprise_id AS text)), r.submitted_version IS NULL
            FROM obligation o LEFT JOIN report r ON r.obligation_id = o.id
            LEFT JOIN enterprise e ON e.id = o.enterprise_id
            WHERE o.period = :period AND o.kind = 'PERIODIC' AND o.state NOT IN ('EXEMPTED', 'CANCELLED')
              AND r.accepted_version IS NULL ORDER BY o.enterprise_id""")
        .setParameter("period", period)
        .getResultStream()
        .map(
            row ->
                new OwedReport(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, Boolean.class)
                        ? OwedReport.Why.MISSING
                        : OwedReport.Why.NOT_ACCEPTED))
        .toList();
  }

  private NativeQuery<Tuple> query(String sql) {
    return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }

  private static Recorded recorded(String figures, String totals) {
    return new Recorded(List.of(json(figures, Figure[].class)), json(totals, Totals.class));
  }

  private static <T> T json(String text, Class<T> type) {
    try {
      return EventJson.read(text.getBytes(StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
