package vn.phoihop.platform.outbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/unsent-events")
@Tag(name = "operation")
@RolesAllowed(Roles.OPERATOR)
class UnsentEventResource {

  private final UnsentEventService events;

  UnsentEventResource(UnsentEventService events) {
    this.events = events;
  }

  @GET
  @Operation(
      operationId = "listUnsentEvents",
      summary = "Lists events that the broker refuses",
      description =
          "Facts of this service that the broker refuses for good (too large), newest first, without what is in them. Later facts of the same object wait behind them; all others leave.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<UnsentEventView> list(@Valid @BeanParam PageRequest page) {
    return events.list(page);
  }

  @POST
  @Path("{id}/release")
  @Idempotent
  @Operation(
      operationId = "releaseUnsentEvent",
      summary = "Sends an event again",
      description =
          "After the cause was mended (the topic's `max.message.bytes`): the event is sent within a moment, and then those that waited behind it. Refused again, it is back in the list. No event is ever dropped.")
  @APIResponse(responseCode = "200", description = "released")
  public UnsentEventView release(@PathParam("id") UUID id) {
    return events.release(id);
  }
}
