package vn.phoihop.liaison.designation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.enterprise.EnterpriseService;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Position;

/** Reads designations; each reading of a person's data is recorded. */
@Singleton
@Transactional
class DirectoryService {

  private final DesignationRepository designations;
  private final EnterpriseService enterprises;
  private final Audit audit;

  DirectoryService(DesignationRepository designations, EnterpriseService enterprises, Audit audit) {
    this.designations = designations;
    this.enterprises = enterprises;
    this.audit = audit;
  }

  DesignationView read(UUID id) {
    Designation designation = designations.get(id);
    audit.record("designation.read", "designation", id, designation.sequence());
    return DesignationView.of(designation, designations.history(id));
  }

  List<DesignationSummary> ofEnterprise(UUID enterpriseId, @Nullable Position after, int rows) {
    enterprises.requireVisible(enterpriseId);
    return seen(designations.ofEnterprise(enterpriseId, after, rows));
  }

  List<DesignationSummary> all(
      @Nullable DesignationState state, @Nullable Position after, int rows) {
    return seen(
        state == null ? designations.all(after, rows) : designations.inState(state, after, rows));
  }

  private List<DesignationSummary> seen(List<DesignationSummary> rows) {
    rows.forEach(row -> audit.record("designation.read", "designation", row.id(), row.sequence()));
    return rows;
  }
}
