package vn.phoihop.incident.exchange;

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
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.outbox.EventJson;

/**
 * Reads lists and contents. What the caller may not see, or may no longer see, is not there:
 * row-level security says so.
 */
@ApplicationScoped
class ExchangeReadRepository {

  private final EntityManager entityManager;

  ExchangeReadRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * Pages over the party's reader rows, latest first.
   *
   * @param machine whether the titles of RED ones are left out
   */
  List<ExchangeSummary> list(
      String party, boolean machine, ExchangeFilter filter, @Nullable Position after, int limit) {
    NativeQuery<Tuple> query =
        query(listSql(filter, after))
            .setParameter("party", party)
            .setParameter("machine", machine)
            .setParameter("limit", limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    if (filter.state != null) {
      query.setParameter("state", filter.state.name());
    }
    return query.getResultList().stream().map(ExchangeReadRepository::summary).toList();
  }

  /** The page first, from the reader rows, by one index for each box; then its exchanges. */
  static String listSql(ExchangeFilter filter, @Nullable Position after) {
    return """
        SELECT e.id, e.written_by, o.name, e.state, e.version, e.tlp,
          CASE WHEN e.tlp = 'RED' AND :machine AND e.written_by <> :party THEN NULL
            ELSE coalesce(v.content ->> 'title', d.content ->> 'title') END,
          e.indicator_count, e.published_at, e.expires_at, c.state, page.at
        FROM (
          SELECT r.aggregate_id, r.at FROM exchange_reader r"""
        + (filter.state == null ? "" : " JOIN exchange f ON f.id = r.aggregate_id")
        + " WHERE r.party = :party"
        + side(filter)
        + (after == null ? "" : " AND (r.at, r.aggregate_id) < (:at, :id)")
        + (filter.state == null ? "" : " AND f.state = :state")
        + """
         ORDER BY r.at DESC, r.aggregate_id DESC LIMIT :limit) page
        JOIN exchange e ON e.id = page.aggregate_id
        LEFT JOIN exchange_version v ON v.exchange_id = e.id AND v.version = e.version
        LEFT JOIN exchange_draft d ON d.exchange_id = e.id
        LEFT JOIN exchange_receipt c ON c.exchange_id = e.id AND c.version = e.version AND c.party = :party
        LEFT JOIN enterprise o ON o.id = e.enterprise_id
        ORDER BY page.at DESC, page.aggregate_id DESC""";
  }

  /**
   * In the words of the partial indexes: of a plain equality the planner forgets where it stood.
   */
  private static String side(ExchangeFilter filter) {
    if (filter.box == null) {
      return "";
    }
    return filter.box == ExchangeFilter.Box.OWN
        ? " AND r.owner IS NOT DISTINCT FROM r.party"
        : " AND r.owner IS DISTINCT FROM r.party";
  }

  private static ExchangeSummary summary(Tuple row) {
    String receipt = row.get(10, String.class);
    return new ExchangeSummary(
        row.get(0, UUID.class),
        row.get(1, String.class),
        row.get(2, String.class),
        ExchangeState.valueOf(row.get(3, String.class)),
        row.get(4, Integer.class),
        Tlp.valueOf(row.get(5, String.class)),
        row.get(6, String.class),
        row.get(7, Integer.class),
        row.get(8, Instant.class),
        row.get(9, Instant.class),
        receipt == null ? null : ReceiptState.valueOf(receipt),
        row.get(11, Instant.class));
  }

  Optional<Content> version(UUID id, int version) {
    return query(
            """
            SELECT at, cast(content AS text), cast(indicators AS text)
            FROM exchange_version WHERE exchange_id = :id AND version = :version""")
        .setParameter("id", id)
        .setParameter("version", version)
        .getResultStream()
        .map(
            row ->
                new Content(
                    version,
                    row.get(0, Instant.class),
                    json(row.get(1, String.class), ExchangeContent.class),
                    List.of(json(row.get(2, String.class), Indicator[].class))))
        .findFirst();
  }

  List<ExchangeVersionSummary> versions(UUID id, long after, int limit) {
    return query(
            """
            SELECT version, at, content ->> 'reason'
            FROM exchange_version WHERE exchange_id = :id AND version > :after ORDER BY version LIMIT :limit""")
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(
            row ->
                new ExchangeVersionSummary(
                    row.get(0, Integer.class), row.get(1, Instant.class), row.get(2, String.class)))
        .toList();
  }

  Optional<ShareExchange> draft(UUID id) {
    return query("SELECT cast(content AS text) FROM exchange_draft WHERE exchange_id = :id")
        .setParameter("id", id)
        .getResultStream()
        .map(row -> json(row.get(0, String.class), ShareExchange.class))
        .findFirst();
  }

  Optional<String> ownerName(@Nullable UUID enterpriseId) {
    return enterpriseId == null
        ? Optional.empty()
        : query("SELECT name FROM enterprise WHERE id = :id")
            .setParameter("id", enterpriseId)
            .getResultStream()
            .map(row -> row.get(0, String.class))
            .findFirst();
  }

  List<ExchangeHistoryView> history(UUID id, long after, int limit) {
    return query(
            """
            SELECT sequence, at, party, verb, state, version, reason
            FROM exchange_history WHERE exchange_id = :id AND sequence > :after ORDER BY sequence LIMIT :limit""")
        .setParameter("id", id)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(
            row ->
                new ExchangeHistoryView(
                    row.get(0, Long.class),
                    row.get(1, Instant.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    ExchangeState.valueOf(row.get(4, String.class)),
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
