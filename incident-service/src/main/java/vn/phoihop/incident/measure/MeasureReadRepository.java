package vn.phoihop.incident.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

/** Reads lists and history; row-level security leaves out what the caller may not see. */
@ApplicationScoped
class MeasureReadRepository {

  private final EntityManager entityManager;

  MeasureReadRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Pages over the party's reader rows, latest first. */
  List<MeasureSummary> list(
      String party, MeasureFilter filter, @Nullable Position after, int limit) {
    NativeQuery<Tuple> query =
        query(listSql(filter, after)).setParameter("party", party).setParameter("limit", limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    if (filter.incidentId != null) {
      query.setParameter("incident", filter.incidentId);
    }
    if (filter.state != null) {
      query.setParameter("state", filter.state.name());
    }
    return query.getResultList().stream().map(MeasureReadRepository::summary).toList();
  }

  /** The page first, from the reader rows; then its measures. */
  static String listSql(MeasureFilter filter, @Nullable Position after) {
    boolean narrowed = filter.incidentId != null || filter.state != null;
    return """
        SELECT m.id, m.enterprise_id, e.name, m.incident_id, m.state, m.type, m.target, m.started_at, m.ended_at,
          m.review_at, m.emergency, m.prevented_vnd, m.minutes, m.items, page.at
        FROM (
          SELECT r.aggregate_id, r.at FROM measure_reader r"""
        + (narrowed ? " JOIN measure f ON f.id = r.aggregate_id" : "")
        + " WHERE r.party = :party"
        + (after == null ? "" : " AND (r.at, r.aggregate_id) < (:at, :id)")
        + (filter.incidentId == null ? "" : " AND f.incident_id = :incident")
        + (filter.state == null ? "" : " AND f.state = :state")
        + """
         ORDER BY r.at DESC, r.aggregate_id DESC LIMIT :limit) page
        JOIN measure m ON m.id = page.aggregate_id LEFT JOIN enterprise e ON e.id = m.enterprise_id
        ORDER BY page.at DESC, page.aggregate_id DESC""";
  }

  private static MeasureSummary summary(Tuple row) {
    return new MeasureSummary(
        row.get(0, UUID.class),
        row.get(1, UUID.class),
        row.get(2, String.class),
        row.get(3, UUID.class),
        MeasureState.valueOf(row.get(4, String.class)),
        row.get(5, String.class),
        row.get(6, String.class),
        row.get(7, Instant.class),
        row.get(8, Instant.class),
        row.get(9, Instant.class),
        row.get(10, Boolean.class),
        effect(row.get(11, Long.class), row.get(12, Long.class), row.get(13, Long.class)),
        row.get(14, Instant.class));
  }

  private static @Nullable Effect effect(
      @Nullable Long preventedVnd, @Nullable Long minutes, @Nullable Long items) {
    return Stream.of(preventedVnd, minutes, items).allMatch(Objects::isNull)
        ? null
        : new Effect(preventedVnd, minutes, items);
  }

  List<MeasureHistoryView> history(UUID id, long after, int limit) {
    return query(
            """
            SELECT sequence, at, written_by, verb, state, reason
            FROM measure_history WHERE measure_id = :id AND sequence > :after ORDER BY sequence LIMIT :limit""")
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(
            row ->
                new MeasureHistoryView(
                    row.get(0, Long.class),
                    row.get(1, Instant.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    MeasureState.valueOf(row.get(4, String.class)),
                    row.get(5, String.class)))
        .toList();
  }

  private NativeQuery<Tuple> query(String sql) {
    return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }
}
