package vn.phoihop.liaison.designation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.contact.ReachabilityService;
import vn.phoihop.liaison.enterprise.EnterpriseService;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;

/** Reads designations; each reading of a person's data is recorded. */
@Singleton
@Transactional
class DirectoryService {

  private final DesignationRepository designations;
  private final EnterpriseService enterprises;
  private final ReachabilityService reachability;
  private final Cursors cursors;
  private final Audit audit;

  DirectoryService(
      DesignationRepository designations,
      EnterpriseService enterprises,
      ReachabilityService reachability,
      Cursors cursors,
      Audit audit) {
    this.designations = designations;
    this.enterprises = enterprises;
    this.reachability = reachability;
    this.cursors = cursors;
    this.audit = audit;
  }

  DesignationView read(UUID id) {
    Designation designation = designations.get(id);
    audit.record("designation.read", "designation", id, designation.sequence());
    return DesignationView.of(designation, designations.history(id), reachability.failureOf(id));
  }

  Page<DesignationSummary> ofEnterprise(UUID enterpriseId, PageRequest page) {
    enterprises.requireVisible(enterpriseId);
    String scope = "designations of " + enterpriseId;
    Position after = cursors.decode(page, scope);
    return seen(designations.ofEnterprise(enterpriseId, after, page.limit() + 1), page, scope);
  }

  Page<DesignationSummary> all(@Nullable DesignationState state, PageRequest page) {
    String scope = "designations in " + state;
    Position after = cursors.decode(page, scope);
    return seen(
        state == null
            ? designations.all(after, page.limit() + 1)
            : designations.inState(state, after, page.limit() + 1),
        page,
        scope);
  }

  private Page<DesignationSummary> seen(
      List<DesignationSummary> rows, PageRequest request, String scope) {
    Page<DesignationSummary> page =
        cursors.page(rows, request, scope, row -> new Position(row.createdAt(), row.id()));
    page.items()
        .forEach(row -> audit.record("designation.read", "designation", row.id(), row.sequence()));
    return page;
  }
}
