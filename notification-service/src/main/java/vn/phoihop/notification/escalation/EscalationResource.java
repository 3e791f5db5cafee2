package vn.phoihop.notification.escalation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Escalations",
    description = "Requests that nobody acknowledges: who was told next, and when")
class EscalationResource {

  private final EscalationReadService service;

  EscalationResource(EscalationReadService service) {
    this.service = service;
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "listEscalations",
      summary = "List escalations",
      description =
          "Newest first: all for the Department, its own for an enterprise. Every issued request has"
              + " one; it ends as soon as the enterprise acknowledges, answers, objects or asks.")
  @APIResponse(
      responseCode = "200",
      description = "A page of escalations.",
      content =
          @Content(
              schema = @Schema(implementation = EscalationPage.class),
              examples = @ExampleObject(name = "one", value = EscalationSummary.PAGE_EXAMPLE)))
  public Page<EscalationSummary> list(
      @Valid @BeanParam PageRequest page, @Valid @BeanParam EscalationFilter filter) {
    return service.list(page, filter);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "readEscalation",
      summary = "Read an escalation",
      description =
          "With each rung that was told, until when it had time, and how that was reckoned.")
  @APIResponse(
      responseCode = "200",
      description = "The escalation.",
      content =
          @Content(
              schema = @Schema(implementation = EscalationSummary.class),
              examples = @ExampleObject(name = "running", value = EscalationSummary.EXAMPLE)))
  public Response get(@Parameter(description = "the escalation's id") @PathParam("id") UUID id) {
    EscalationSummary view = service.get(id);
    return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.sequence())).build();
  }
}
