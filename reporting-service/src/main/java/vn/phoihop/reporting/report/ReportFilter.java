package vn.phoihop.reporting.report;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list may be narrowed to. */
public class ReportFilter {

  @QueryParam("period")
  @Size(min = 1, max = 10)
  @Parameter(description = "reports of this period", example = "2026-H2")
  @Nullable String period;

  @QueryParam("state")
  @Parameter(description = "reports in this state")
  @Nullable ReportState state;

  @QueryParam("enterpriseId")
  @Parameter(description = "reports of this enterprise")
  @Nullable UUID enterpriseId;

  /** Names the list for its cursor. */
  String scope() {
    return "reports?period=" + period + "&state=" + state + "&enterpriseId=" + enterpriseId;
  }
}
