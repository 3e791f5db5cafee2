package vn.phoihop.notification.email;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of notices can be narrowed to. */
class NoticeFilter {

  @QueryParam("objectId")
  @Parameter(description = "only those about this request, incident, designation or obligation")
  @Nullable UUID objectId;

  @QueryParam("failed")
  @Parameter(description = "true: only those that nobody got: DEAD_LETTER, UNREACHABLE, BOUNCED")
  boolean failed;

  /** Binds a cursor to the filter that it was made under. */
  String scope() {
    return "notices?" + objectId + "&" + failed;
  }
}
