package vn.phoihop.incident.request;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list may be narrowed to. */
public class RequestFilter {

  @QueryParam("state")
  @Parameter(description = "requests in this state")
  @Nullable RequestState state;

  @QueryParam("priority")
  @Parameter(description = "requests of this priority")
  @Nullable Priority priority;

  @QueryParam("overdue")
  @Parameter(description = "true: only those that are overdue; false: only those that are not")
  @Nullable Boolean overdue;

  boolean isNarrow() {
    return state != null || priority != null || overdue != null;
  }

  /** Names the list for its cursor. */
  String scope() {
    return "information-requests?state=" + state + "&priority=" + priority + "&overdue=" + overdue;
  }
}
