package vn.phoihop.incident.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

/** The Department's decision on an objection. */
@Path("/api/v1/information-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "information requests",
    description = "What authorities ask of enterprises, and what they answer")
class RequestObjectionResource {

  private final ObjectionService objections;

  RequestObjectionResource(ObjectionService objections) {
    this.objections = objections;
  }

  @POST
  @Path("{id}/uphold")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @RequestBody(
      required = false,
      content = @Content(schema = @Schema(implementation = DecideObjection.class)))
  @Operation(
      operationId = "upholdObjection",
      summary = "Uphold an objection",
      description =
          """
          OBJECTED becomes CANCELLED: the request is not to be answered.""")
  @APIResponse(
      responseCode = "200",
      description = "upheld",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response uphold(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @Nullable DecideObjection body) {
    return RequestResource.answer(objections.uphold(id, ifMatch, body));
  }

  @POST
  @Path("{id}/overrule")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @RequestBody(
      required = false,
      content = @Content(schema = @Schema(implementation = DecideObjection.class)))
  @Operation(
      operationId = "overruleObjection",
      summary = "Overrule an objection",
      description =
          """
          OBJECTED goes back to where it came from; the clock runs again, and the due time moves by what it stood.""")
  @APIResponse(
      responseCode = "200",
      description = "overruled",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response overrule(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @Nullable DecideObjection body) {
    return RequestResource.answer(objections.overrule(id, ifMatch, body));
  }
}
