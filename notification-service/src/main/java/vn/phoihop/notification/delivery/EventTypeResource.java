package vn.phoihop.notification.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/event-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Event types", description = "What can be subscribed to, and what it looks like")
class EventTypeResource {

  private static final String EXAMPLE =
      """
      {"items": [{"type": "obligation.opened", "description": "An obligation was opened.",
        "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
          "required": ["type", "timestamp", "data"],
          "properties": {"type": {"const": "obligation.opened"},
            "timestamp": {"type": "string", "format": "date-time"},
            "data": {"type": "object", "required": ["id"],
              "properties": {"id": {"type": "string", "format": "uuid"}}}}},
        "example": {"type": "obligation.opened", "timestamp": "2026-01-01T00:00:00Z",
          "data": {"id": "019a1f6e-7c00-7000-8000-000000000009"}},
        "fullAdds": ["dueAt", "kind", "period"]}]}""";

  private final EventCatalogue catalogue;
  private final Cursors cursors;

  EventTypeResource(EventCatalogue catalogue, Cursors cursors) {
    this.catalogue = catalogue;
    this.cursors = cursors;
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR, Roles.AUDITOR})
  @Operation(
      operationId = "listEventTypes",
      summary = "List the types of events",
      description =
          "By name: all that a subscription may name, each with the JSON Schema of its webhook's body and an"
              + " example. Members may be added to a type: receivers ignore what they do not know.")
  @APIResponse(
      responseCode = "200",
      description = "A page of event types.",
      content =
          @Content(
              schema = @Schema(implementation = EventTypePage.class),
              examples = @ExampleObject(name = "one", value = EXAMPLE)))
  public Page<EventTypeView> list(@Valid @BeanParam PageRequest page) {
    return cursors.pageOf(catalogue.types(), page, "event-types", EventTypeView::type);
  }
}
