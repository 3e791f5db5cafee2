package vn.phoihop.reporting.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class ReferenceRepository {

  private final EntityManager entityManager;

  ReferenceRepository(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  void add(ReferencePublished published) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO reference_list (list, version, valid_from, items)
            VALUES (:list, :version, :validFrom, cast(:items AS jsonb)) ON CONFLICT DO NOTHING""")
        .setParameter("list", published.list())
        .setParameter("version", published.version())
        .setParameter("validFrom", published.validFrom())
        .setParameter("items", published.items().toString())
        .executeUpdate();
  }

  /** Versions are only added: their number tells whether there is something new. */
  long count() {
    return ((Number)
            entityManager
                .createNativeQuery("SELECT count(*) FROM reference_list")
                .getSingleResult())
        .longValue();
  }

  List<ValidList> validOn(LocalDate day) {
    return entityManager
        .createNativeQuery(
            """
            SELECT DISTINCT ON (list) list, version, cast(items AS text) FROM reference_list
            WHERE valid_from <= :day ORDER BY list, version DESC""",
            ValidList.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** A list and its items as JSON. */
  record ValidList(String list, Long version, String items) {}
}
