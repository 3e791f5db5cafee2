package vn.phoihop.liaison.enterprise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.problem.ProblemException;

@Singleton
class EnterpriseRepository implements PanacheRepositoryBase<Enterprise, UUID> {

  private final Ledger ledger;

  EnterpriseRepository(Ledger ledger) {
    this.ledger = ledger;
  }

  void add(Enterprise enterprise) {
    persist(enterprise);
    ledger.enlist(
        """
        enterprise_readers AS (INSERT INTO enterprise_reader (aggregate_id, owner, party, at)
          SELECT ?, 'DEPARTMENT', party, ? FROM unnest(?) AS party)""",
        enterprise.id(),
        enterprise.createdAt(),
        enterprise.audience().toArray(String[]::new));
  }

  Enterprise get(UUID id) {
    Enterprise enterprise = findById(id);
    if (enterprise == null) {
      throw ProblemException.notFound();
    }
    return enterprise;
  }

  boolean hasTaxCode(String taxCode) {
    return count("taxCode", taxCode) > 0;
  }

  /** Newest first. */
  List<EnterpriseSummary> page(@Nullable Position after, int rows) {
    String order = " order by createdAt desc, id desc";
    return (after == null
            ? find("from Enterprise" + order)
            : find("(createdAt, id) < (?1, ?2)" + order, after.at(), after.id()))
        .project(EnterpriseSummary.class)
        .range(0, rows - 1)
        .list();
  }

  /** The one with this tax code, where the caller sees it. */
  List<EnterpriseSummary> withTaxCode(String taxCode) {
    return find("taxCode", taxCode).project(EnterpriseSummary.class).list();
  }

  List<EnterpriseSummary> only(UUID id) {
    return find("id", id).project(EnterpriseSummary.class).list();
  }
}
