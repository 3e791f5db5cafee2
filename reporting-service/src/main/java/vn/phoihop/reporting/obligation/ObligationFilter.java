package vn.phoihop.reporting.obligation;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list may be narrowed to. */
public class ObligationFilter {

  @QueryParam("period")
  @Size(min = 1, max = 10)
  @Parameter(description = "obligations of this period", example = "2026-H2")
  @Nullable String period;

  @QueryParam("state")
  @Parameter(description = "obligations in this state")
  @Nullable ObligationState state;

  @QueryParam("flag")
  @Parameter(description = "open obligations that are due soon, or overdue")
  @Nullable DueFlag flag;

  @QueryParam("enterpriseId")
  @Parameter(description = "obligations of this enterprise")
  @Nullable UUID enterpriseId;

  @QueryParam("campaignId")
  @Parameter(description = "obligations of this campaign")
  @Nullable UUID campaignId;

  /** Names the list for its cursor. */
  String scope() {
    return "obligations?period="
        + period
        + "&state="
        + state
        + "&flag="
        + flag
        + "&enterpriseId="
        + enterpriseId
        + "&campaignId="
        + campaignId;
  }
}
