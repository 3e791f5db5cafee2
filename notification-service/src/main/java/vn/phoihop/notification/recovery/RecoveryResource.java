package vn.phoihop.notification.recovery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/recoveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recoveries")
class RecoveryResource {

  private final RecoveryService service;

  RecoveryResource(RecoveryService service) {
    this.service = service;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "readRecovery",
      summary = "Read a recovery",
      description =
          "How far it has come. What became of each delivery says GET /api/v1/deliveries: those that it has"
              + " put back into the queue are REPLAYED until they are sent.")
  @APIResponse(
      responseCode = "200",
      description = "The recovery.",
      content =
          @Content(
              schema = @Schema(implementation = RecoveryView.class),
              examples = @ExampleObject(name = "running", value = RecoveryView.EXAMPLE)))
  public Response get(@Parameter(description = "the recovery's id") @PathParam("id") UUID id) {
    return ok(service.get(id));
  }

  @POST
  @Path("/{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "cancelRecovery",
      summary = "Cancel a recovery",
      description = "From RUNNING. What it has put into the queue is still sent.")
  @APIResponse(
      responseCode = "200",
      description = "The recovery, CANCELLED.",
      content =
          @Content(
              schema = @Schema(implementation = RecoveryView.class),
              examples = @ExampleObject(name = "running", value = RecoveryView.EXAMPLE)))
  public Response cancel(
      @Parameter(description = "the recovery's id") @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ok(service.cancel(id, ifMatch));
  }

  private static Response ok(RecoveryView view) {
    return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.sequence())).build();
  }
}
