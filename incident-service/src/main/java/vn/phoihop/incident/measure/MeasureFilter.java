package vn.phoihop.incident.measure;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list may be narrowed to. */
public class MeasureFilter {

  @QueryParam("incidentId")
  @Parameter(description = "measures that answer this incident")
  @Nullable UUID incidentId;

  @QueryParam("state")
  @Parameter(description = "measures in this state")
  @Nullable MeasureState state;

  /** Names the list for its cursor. */
  String scope() {
    return "measures?incidentId=" + incidentId + "&state=" + state;
  }
}
