package vn.phoihop.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.indicator.Flag;
import vn.phoihop.incident.indicator.IndicatorType;
import vn.phoihop.incident.report.Change;
import vn.phoihop.incident.report.IncidentReport;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.incident.report.Severity;
import vn.phoihop.incident.report.Stage;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.outbox.EventJson;

/**
 * Reads lists, versions and history. What the caller may not see is not there: row-level security
 * says so.
 */
@ApplicationScoped
class IncidentReadRepository {

  private final EntityManager entityManager;

  IncidentReadRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * Pages over the party's reader rows, latest first: the index gives them in this order, at any
   * depth.
   */
  List<IncidentSummary> list(
      String party, IncidentFilter filter, @Nullable Position after, int limit) {
    NativeQuery<Tuple> query =
        query(listSql(filter, after)).setParameter("party", party).setParameter("limit", limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    if (filter.state != null) {
      query.setParameter("state", filter.state.name());
    }
    if (filter.violationType != null) {
      query.setParameter("type", filter.violationType);
    }
    return query.getResultList().stream().map(IncidentReadRepository::summary).toList();
  }

  /** The page first, from the reader rows; then its incidents. */
  static String listSql(IncidentFilter filter, @Nullable Position after) {
    boolean narrowed = filter.state != null || filter.violationType != null;
    return """
        SELECT i.id, i.receipt_number, i.enterprise_id, e.name, i.state, i.stage, i.version, i.severity, i.tlp,
          i.violation_types, i.detected_at, i.received_at, page.at, i.agencies, i.lead
        FROM (
          SELECT r.aggregate_id, r.at FROM incident_reader r"""
        + (narrowed ? " JOIN incident f ON f.id = r.aggregate_id" : "")
        + " WHERE r.party = :party"
        + (after == null ? "" : " AND (r.at, r.aggregate_id) < (:at, :id)")
        + (filter.state == null ? "" : " AND f.state = :state")
        + (filter.violationType == null ? "" : " AND :type = ANY (f.violation_types)")
        + """
         ORDER BY r.at DESC, r.aggregate_id DESC LIMIT :limit) page
        JOIN incident i ON i.id = page.aggregate_id LEFT JOIN enterprise e ON e.id = i.enterprise_id
        ORDER BY page.at DESC, page.aggregate_id DESC""";
  }

  private static IncidentSummary summary(Tuple row) {
    return new IncidentSummary(
        row.get(0, UUID.class),
        row.get(1, String.class),
        row.get(2, UUID.class),
        row.get(3, String.class),
        IncidentState.valueOf(row.get(4, String.class)),
        Stage.valueOf(row.get(5, String.class)),
        row.get(6, Integer.class),
        Severity.valueOf(row.get(7, String.class)),
        Tlp.valueOf(row.get(8, String.class)),
        List.of(row.get(9, String[].class)),
        row.get(10, Instant.class),
        row.get(11, Instant.class),
        row.get(12, Instant.class),
        List.of(row.get(13, String[].class)),
        row.get(14, String.class));
  }

  List<VersionSummary> versions(UUID id, long after, int limit) {
    return query(
            """
            SELECT version, at, content ->> 'stage', content ->> 'reason'
            FROM incident_version WHERE incident_id = :id AND version > :after ORDER BY version LIMIT :limit""")
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(
            row ->
                new VersionSummary(
                    row.get(0, Integer.class),
                    row.get(1, Instant.class),
                    Stage.valueOf(row.get(2, String.class)),
                    row.get(3, String.class)))
        .toList();
  }

  Optional<VersionView> version(UUID id, int version) {
    return query(
            """
            SELECT at, cast(content AS text), cast(changes AS text)
            FROM incident_version WHERE incident_id = :id AND version = :version""")
        .setParameter("id", id)
        .setParameter("version", version)
        .getResultStream()
        .map(
            row ->
                new VersionView(
                    version,
                    row.get(0, Instant.class),
                    json(row.get(1, String.class), IncidentReport.class),
                    indicators(id, version),
                    List.of(json(row.get(2, String.class), Change[].class))))
        .findFirst();
  }

  private List<Indicator> indicators(UUID id, int version) {
    return query(
            """
            SELECT type, value, normalised, flags
            FROM incident_indicator WHERE incident_id = :id AND version = :version ORDER BY n""")
        .setParameter("id", id)
        .setParameter("version", version)
        .getResultStream()
        .map(
            row ->
                new Indicator(
                    IndicatorType.valueOf(row.get(0, String.class)),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    Arrays.stream(row.get(3, String[].class)).map(Flag::valueOf).toList()))
        .toList();
  }

  List<HistoryView> history(UUID id, long after, int limit) {
    return query(
            """
            SELECT sequence, at, written_by, verb, state, version, reason
            FROM incident_history WHERE incident_id = :id AND sequence > :after ORDER BY sequence LIMIT :limit""")
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
                    IncidentState.valueOf(row.get(4, String.class)),
                    row.get(5, Integer.class),
                    row.get(6, String.class)))
        .toList();
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
