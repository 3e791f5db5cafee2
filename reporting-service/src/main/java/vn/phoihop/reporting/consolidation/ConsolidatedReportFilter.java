package vn.phoihop.reporting.consolidation;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list may be narrowed to. */
public class ConsolidatedReportFilter {

  @QueryParam("period")
  @Size(min = 7, max = 7)
  @Parameter(description = "those of this period", example = "2026-H1")
  @Nullable String period;

  @QueryParam("state")
  @Parameter(description = "those in this state")
  @Nullable ConsolidatedReportState state;

  /** Names the list for its cursor. */
  String scope() {
    return "consolidated-reports?period=" + period + "&state=" + state;
  }
}
