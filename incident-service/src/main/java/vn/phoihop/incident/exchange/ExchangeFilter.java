package vn.phoihop.incident.exchange;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list may be narrowed to. */
public class ExchangeFilter {

  /** Which side of it the caller is on. */
  enum Box {
    OWN,
    RECEIVED
  }

  @QueryParam("box")
  @Parameter(description = "OWN: the caller's own; RECEIVED: those of others; both where not said")
  @Nullable Box box;

  @QueryParam("state")
  @Parameter(description = "exchanges in this state")
  @Nullable ExchangeState state;

  /** Names the list for its cursor. */
  String scope() {
    return "exchanges?box=" + box + "&state=" + state;
  }
}
