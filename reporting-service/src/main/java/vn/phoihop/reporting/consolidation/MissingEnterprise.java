package vn.phoihop.reporting.consolidation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.phoihop.reporting.report.OwedReport;

@Schema(requiredProperties = {"enterpriseId", "name", "why"})
record MissingEnterprise(
    UUID enterpriseId,
    @Schema(examples = "Công ty Cổ phần Viễn thông Thăng Long") String name,
    @Schema(description = "MISSING: nothing was submitted; NOT_ACCEPTED: what was is not accepted")
        OwedReport.Why why) {

  static MissingEnterprise of(OwedReport owed) {
    return new MissingEnterprise(owed.enterpriseId(), owed.name(), owed.why());
  }
}
