package vn.phoihop.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

/** Reads reports. What the caller may not see is not there: row-level security says so. */
@ApplicationScoped
class ReportReadRepository {

  private final EntityManager entityManager;

  ReportReadRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
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

  static <T> T json(String text, Class<T> type) {
    try {
      return EventJson.read(text.getBytes(StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
