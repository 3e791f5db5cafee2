package vn.phoihop.incident.incident;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list may be narrowed to. */
public class IncidentFilter {

  @QueryParam("state")
  @Parameter(description = "incidents in this state")
  @Nullable IncidentState state;

  @QueryParam("violationType")
  @Size(min = 1, max = 64)
  @Parameter(description = "incidents whose last version names this code of VIOLATION_TYPES")
  @Nullable String violationType;

  /** Names the list for its cursor. */
  String scope() {
    return "incidents?state=" + state + "&violationType=" + violationType;
  }
}
