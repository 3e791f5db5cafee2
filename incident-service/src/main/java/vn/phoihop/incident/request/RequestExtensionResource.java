package vn.phoihop.incident.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** A longer time to answer; docs/states/request-extension.md draws it. */
@Path("/api/v1/information-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "information requests",
    description = "What authorities ask of enterprises, and what they answer")
class RequestExtensionResource {

  private final ExtensionService extensions;

  RequestExtensionResource(ExtensionService extensions) {
    this.extensions = extensions;
  }

  @POST
  @Path("{id}/extend")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "askForExtension",
      summary = "Ask for more time",
      description =
          """
          Once; once more only after the asker has allowed it (`…/allow-extension`). `until` is later than the due time.""")
  @APIResponse(
      responseCode = "200",
      description = "asked",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response ask(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull AskExtension body) {
    return RequestResource.answer(extensions.ask(id, ifMatch, body));
  }

  @POST
  @Path("{id}/grant-extension")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "grantExtension",
      summary = "Grant more time",
      description =
          """
          The answer is due at the time that was asked for.""")
  @APIResponse(
      responseCode = "200",
      description = "granted",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response grant(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return RequestResource.answer(extensions.grant(id, ifMatch));
  }

  @POST
  @Path("{id}/deny-extension")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @RequestBody(
      required = false,
      content = @Content(schema = @Schema(implementation = DenyExtension.class)))
  @Operation(
      operationId = "denyExtension",
      summary = "Deny more time",
      description =
          """
          The due time stays.""")
  @APIResponse(
      responseCode = "200",
      description = "denied",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response deny(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @Nullable DenyExtension body) {
    return RequestResource.answer(extensions.deny(id, ifMatch, body));
  }

  @POST
  @Path("{id}/allow-extension")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "allowExtension",
      summary = "Let more time be asked for once more",
      description =
          """
          After an extension was granted or denied: the enterprise may ask once more.""")
  @APIResponse(
      responseCode = "200",
      description = "allowed",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response allow(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return RequestResource.answer(extensions.allow(id, ifMatch));
  }
}
