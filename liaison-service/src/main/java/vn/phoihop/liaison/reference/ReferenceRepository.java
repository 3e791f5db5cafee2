package vn.phoihop.liaison.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of lists; rows are added and never changed. */
@Singleton
class ReferenceRepository {

  private final EntityManager entityManager;
  private final ObjectMapper json;

  ReferenceRepository(EntityManager entityManager, ObjectMapper json) {
    this.entityManager = entityManager;
    this.json = json;
  }

  @Nullable ReferenceList current(String list) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                """
                SELECT list, version, id, valid_from, items::text AS items, published_at FROM reference_list
                WHERE list = :list ORDER BY version DESC LIMIT 1""",
                Tuple.class)
            .setParameter("list", list)
            .getResultList();
    return rows.isEmpty() ? null : list(rows.get(0));
  }

  List<ReferenceSummary> all() {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                """
                SELECT DISTINCT ON (list) list, version, valid_from, published_at FROM reference_list
                ORDER BY list, version DESC""",
                Tuple.class)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new ReferenceSummary(
                    row.get("list", String.class),
                    row.get("version", Long.class),
                    row.get("valid_from", LocalDate.class),
                    row.get("published_at", Instant.class)))
        .toList();
  }

  void add(ReferenceList list) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO reference_list (list, version, id, valid_from, items, published_at)
            VALUES (:list, :version, :id, :validFrom, CAST(:items AS json), :publishedAt)""")
        .setParameter("list", list.list())
        .setParameter("version", list.version())
        .setParameter("id", list.id())
        .setParameter("validFrom", list.validFrom())
        .setParameter("items", list.items().toString())
        .setParameter("publishedAt", list.publishedAt())
        .executeUpdate();
  }

  private ReferenceList list(Tuple row) {
    return new ReferenceList(
        row.get("list", String.class),
        row.get("version", Long.class),
        row.get("id", UUID.class),
        row.get("valid_from", LocalDate.class),
        items(row.get("items", String.class)),
        row.get("published_at", Instant.class));
  }

  private JsonNode items(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
