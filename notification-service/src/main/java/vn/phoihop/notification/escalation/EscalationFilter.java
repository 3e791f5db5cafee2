package vn.phoihop.notification.escalation;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of escalations can be narrowed to. */
class EscalationFilter {

  @QueryParam("running")
  @Parameter(description = "true: only those that have not ended")
  boolean running;

  /** Binds a cursor to the filter that it was made under. */
  String scope() {
    return "escalations?" + running;
  }
}
