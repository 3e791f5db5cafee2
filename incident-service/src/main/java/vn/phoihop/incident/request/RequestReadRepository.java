package vn.phoihop.incident.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;

/**
 * Reads lists and what belongs to a request. What the caller may not see is not there: row-level
 * security says so.
 */
@ApplicationScoped
class RequestReadRepository {

  private static final String RUNNING = "('ISSUED', 'ACKNOWLEDGED', 'RETURNED')";

  private final EntityManager entityManager;

  RequestReadRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** A line of a list, before its flags are computed. */
  record Row(
      RequestHeader header, Instant visibleSince, @Nullable Instant paperBy, boolean undelivered) {

    RequestSummary summary(RequestLights lights) {
      return new RequestSummary(
          header.with(lights.flags(header.state(), header.priority(), header.dueAt(), paperBy)),
          visibleSince);
    }
  }

  /**
   * A page, latest first.
   *
   * @param headers the party sees the header of every issued request; else it pages over its reader
   *     rows
   */
  List<Row> list(
      String party,
      boolean headers,
      RequestFilter filter,
      @Nullable Position after,
      int limit,
      Instant now) {
    NativeQuery<Tuple> query =
        entityManager
            .createNativeQuery(listSql(headers, filter, after), Tuple.class)
            .unwrap(NativeQuery.class);
    query.setParameter("party", party).setParameter("limit", limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    if (filter.state != null) {
      query.setParameter("state", filter.state.name());
    }
    if (filter.priority != null) {
      query.setParameter("priority", filter.priority.name());
    }
    if (filter.overdue != null) {
      query.setParameter("now", now);
    }
    return query.getResultList().stream().map(RequestReadRepository::row).toList();
  }

  /** The page first, from reader rows or headers in their order; then its requests. */
  static String listSql(boolean headers, RequestFilter filter, @Nullable Position after) {
    String at = headers ? "f.listed_at" : "r.at";
    String id = headers ? "f.id" : "r.aggregate_id";
    return """
        SELECT i.id, i.number, i.written_by, i.enterprise_id, e.name, i.priority, i.state, i.due_at, i.completeness,
          page.at, CASE WHEN i.supported_at IS NULL THEN i.support_by END, i.delivered_at IS NULL
        FROM (SELECT\s"""
        + id
        + " AS id, "
        + at
        + " AS at FROM "
        + (headers
            ? "information_request f WHERE (f.state <> 'DRAFT' OR f.written_by = :party)"
            : "information_request_reader r"
                + (filter.isNarrow() ? " JOIN information_request f ON f.id = r.aggregate_id" : "")
                + " WHERE r.party = :party")
        + (after == null ? "" : " AND (" + at + ", " + id + ") < (:at, :id)")
        + (filter.state == null ? "" : " AND f.state = :state")
        + (filter.priority == null ? "" : " AND f.priority = :priority")
        + overdue(filter.overdue)
        + " ORDER BY "
        + at
        + " DESC, "
        + id
        + """
         DESC LIMIT :limit) page
        JOIN information_request i ON i.id = page.id LEFT JOIN enterprise e ON e.id = i.enterprise_id
        ORDER BY page.at DESC, page.id DESC""";
  }

  private static String overdue(@Nullable Boolean overdue) {
    if (overdue == null) {
      return "";
    }
    String late = "f.state IN " + RUNNING + " AND f.due_at < :now";
    return overdue ? " AND " + late : " AND NOT coalesce(" + late + ", false)";
  }

  private static Row row(Tuple row) {
    return new Row(
        new RequestHeader(
            row.get(0, UUID.class),
            row.get(1, String.class),
            row.get(2, String.class),
            row.get(3, UUID.class),
            row.get(4, String.class),
            Priority.valueOf(row.get(5, String.class)),
            RequestState.valueOf(row.get(6, String.class)),
            row.get(7, Instant.class),
            row.get(8, Integer.class),
            List.of()),
        row.get(9, Instant.class),
        row.get(10, Instant.class),
        row.get(11, Boolean.class));
  }

  Optional<RequestContent> content(UUID id, int version) {
    return entityManager
        .createQuery(
            "from RequestContent where requestId = :id and version = :version",
            RequestContent.class)
        .setParameter("id", id)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  /** Oldest first. */
  List<RequestAnswer> answers(UUID id, long after, int limit) {
    return entityManager
        .createQuery(
            "from RequestAnswer where requestId = :id and version > :after order by version",
            RequestAnswer.class)
        .setParameter("id", id)
        .setParameter("after", (int) after)
        .setMaxResults(limit)
        .getResultList();
  }

  Optional<RequestAnswer> answer(UUID id, int version) {
    return entityManager
        .createQuery(
            "from RequestAnswer where requestId = :id and version = :version", RequestAnswer.class)
        .setParameter("id", id)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  List<RequestHistory> history(UUID id) {
    return of(id, RequestHistory.class, "sequence");
  }

  List<RequestHistory> history(UUID id, long after, int limit) {
    return entityManager
        .createQuery(
            "from RequestHistory where requestId = :id and sequence > :after order by sequence",
            RequestHistory.class)
        .setParameter("id", id)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  List<ClockStop> stops(UUID id) {
    return of(id, ClockStop.class, "stoppedAt");
  }

  List<RequestDocument> documents(UUID id) {
    return of(id, RequestDocument.class, "at, id");
  }

  /** Those that the party has added or an answer names. */
  List<RequestDocument> documents(UUID id, String party, @Nullable Position after, int limit) {
    TypedQuery<RequestDocument> query =
        entityManager
            .createQuery(
                """
                from RequestDocument d where d.requestId = :id and (d.writtenBy = :party or exists (
                  select 1 from RequestAnswer a where a.requestId = d.requestId and array_contains(a.documents, d.id)))"""
                    + (after == null ? "" : " and (d.at, d.id) > (:at, :last)")
                    + " order by d.at, d.id",
                RequestDocument.class)
            .setParameter("id", id)
            .setParameter("party", party);
    return page(query, after, limit);
  }

  private <T> List<T> of(UUID id, Class<T> part, String order) {
    return entityManager
        .createQuery(
            "from " + part.getSimpleName() + " where requestId = :id order by " + order, part)
        .setParameter("id", id)
        .getResultList();
  }

  Optional<RequestDocument> document(UUID id) {
    return Optional.ofNullable(entityManager.find(RequestDocument.class, id));
  }

  /** Whether an answer names the file. */
  boolean isAnswered(RequestDocument document) {
    return entityManager
        .createQuery(
            """
            select exists (select 1 from RequestAnswer a
              where a.requestId = :request and array_contains(a.documents, :id))""",
            Boolean.class)
        .setParameter("request", document.requestId())
        .setParameter("id", document.id())
        .getSingleResult();
  }

  /** Oldest first. */
  List<RequestDownload> downloads(UUID documentId, @Nullable Position after, int limit) {
    TypedQuery<RequestDownload> query =
        entityManager
            .createQuery(
                "from RequestDownload where documentId = :id"
                    + (after == null ? "" : " and (at, id) > (:at, :last)")
                    + " order by at, id",
                RequestDownload.class)
            .setParameter("id", documentId);
    return page(query, after, limit);
  }

  private static <T> List<T> page(TypedQuery<T> query, @Nullable Position after, int limit) {
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("last", after.id());
    }
    return query.setMaxResults(limit).getResultList();
  }

  Optional<String> enterpriseName(UUID id) {
    return entityManager
        .createNativeQuery("SELECT name FROM enterprise WHERE id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }
}
