package vn.phoihop.reporting.consolidation;

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
import vn.phoihop.reporting.document.DocumentContent.Names;
import vn.phoihop.reporting.document.DocumentContent.Source;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

/**
 * Reads lists, contents and lineage. What the caller may not see is not there: row-level security
 * says so.
 */
@ApplicationScoped
class ConsolidatedReportReadRepository {

  private final EntityManager entityManager;

  ConsolidatedReportReadRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Latest first. */
  List<ConsolidatedReportSummary> list(
      ConsolidatedReportFilter filter, @Nullable Position after, int limit) {
    NativeQuery<Tuple> query =
        query(
                """
                SELECT id, period, number, state, created_at, frozen_at, snapshot, included, missing
                FROM consolidated_report WHERE true"""
                    + (after == null ? "" : " AND (created_at, id) < (:at, :id)")
                    + (filter.period == null ? "" : " AND period = :period")
                    + (filter.state == null ? "" : " AND state = :state")
                    + " ORDER BY created_at DESC, id DESC LIMIT :limit")
            .setParameter("limit", limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    if (filter.period != null) {
      query.setParameter("period", filter.period);
    }
    if (filter.state != null) {
      query.setParameter("state", filter.state.name());
    }
    return query
        .getResultStream()
        .map(
            row ->
                new ConsolidatedReportSummary(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, Integer.class),
                    ConsolidatedReportState.valueOf(row.get(3, String.class)),
                    row.get(4, Instant.class),
                    row.get(5, Instant.class),
                    row.get(6, String.class),
                    row.get(7, Integer.class),
                    row.get(8, Integer.class)))
        .toList();
  }

  Optional<FrozenContent> content(UUID id) {
    return one("SELECT cast(content AS text) FROM consolidated_content WHERE report_id = :id", id)
        .map(text -> json(text, FrozenContent.class));
  }

  Optional<List<SectionText>> sections(UUID id) {
    return one("SELECT cast(sections AS text) FROM consolidated_sections WHERE report_id = :id", id)
        .map(text -> List.of(json(text, SectionText[].class)));
  }

  Optional<SignConsolidatedReport> signature(UUID id) {
    return one(
            "SELECT cast(signature AS text) FROM consolidated_signature WHERE report_id = :id", id)
        .map(text -> json(text, SignConsolidatedReport.class));
  }

  /** As they were on the day of the signature. */
  Optional<Names> namesWhenSigned(UUID id) {
    return one("SELECT cast(names AS text) FROM consolidated_signature WHERE report_id = :id", id)
        .map(text -> json(text, Names.class));
  }

  List<Source> sources(UUID id) {
    return query(
            """
            SELECT enterprise_id, enterprise_name, source_id, version, cast(figures AS text), cast(totals AS text)
            FROM consolidated_source WHERE report_id = :id ORDER BY enterprise_id""")
        .setParameter("id", id)
        .getResultStream()
        .map(
            row ->
                new Source(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, UUID.class),
                    row.get(3, Integer.class),
                    List.of(json(row.get(4, String.class), Figure[].class)),
                    json(row.get(5, String.class), Totals.class)))
        .toList();
  }

  /** By enterprise id; with a violation type only those that it counts in. */
  List<LineageSummary> lineage(
      UUID id, @Nullable String violationType, @Nullable UUID after, int limit) {
    NativeQuery<Tuple> query =
        query(
                """
                SELECT enterprise_id, enterprise_name, source_id, version, nil, cast(figures AS text),
                  cast(totals AS text)
                FROM consolidated_source WHERE report_id = :id"""
                    + (after == null ? "" : " AND enterprise_id > :after")
                    + (violationType == null
                        ? ""
                        : " AND figures @> jsonb_build_array(jsonb_build_object('violationType', cast(:type AS text)))")
                    + " ORDER BY enterprise_id LIMIT :limit")
            .setParameter("id", id)
            .setParameter("limit", limit);
    if (after != null) {
      query.setParameter("after", after);
    }
    if (violationType != null) {
      query.setParameter("type", violationType);
    }
    return query
        .getResultStream()
        .map(
            row ->
                new LineageSummary(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, UUID.class),
                    row.get(3, Integer.class),
                    row.get(4, Boolean.class),
                    share(json(row.get(5, String.class), Figure[].class), violationType),
                    json(row.get(6, String.class), Totals.class)))
        .toList();
  }

  private static List<Figure> share(Figure[] figures, @Nullable String violationType) {
    return List.of(figures).stream()
        .filter(figure -> violationType == null || figure.violationType().equals(violationType))
        .toList();
  }

  List<ConsolidatedHistoryView> history(UUID id, long after, int limit) {
    return query(
            """
            SELECT sequence, at, written_by, verb, state, recipient
            FROM consolidated_history WHERE report_id = :id AND sequence > :after ORDER BY sequence LIMIT :limit""")
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(
            row ->
                new ConsolidatedHistoryView(
                    row.get(0, Long.class),
                    row.get(1, Instant.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    ConsolidatedReportState.valueOf(row.get(4, String.class)),
                    row.get(5, String.class) == null
                        ? null
                        : Recipient.valueOf(row.get(5, String.class))))
        .toList();
  }

  private Optional<String> one(String sql, UUID id) {
    return query(sql)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(row -> row.get(0, String.class));
  }

  private NativeQuery<Tuple> query(String sql) {
    return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }

  private static <T> T json(String text, Class<T> type) {
    try {
      return EventJson.read(text.getBytes(StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
