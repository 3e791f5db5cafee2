package vn.phoihop.notification.recovery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/subscriptions/{id}/recoveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Recoveries", description = "Sending again, or after all, what a receiver has missed")
class SubscriptionRecoveryResource {

  private static final String REQUEST =
      """
      {"since": "2026-03-10T02:00:00Z", "what": "FAILED"}""";

  private final RecoveryService service;

  SubscriptionRecoveryResource(RecoveryService service) {
    this.service = service;
  }

  @POST
  @Idempotent
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = AskRecovery.class),
              examples = @ExampleObject(name = "request", value = REQUEST)))
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "recoverSubscription",
      summary = "Send again what was missed",
      description =
          "However much it is and however long ago. FAILED: every delivery that is a dead letter or waits"
              + " for its next attempt is sent again, with the same webhook-id and body. MISSING: every event"
              + " that your organisation was told, that the subscription as it is now (types, filter) would"
              + " hear of, and that it has no delivery of, is sent with the webhook-id that it has for others,"
              + " whole where the payload asks for it and the marking allows it. It is queued by batches, at the"
              + " subscription's rate or 500 a second, no faster than the receiver takes it; new events go"
              + " between. While the subscription is not ACTIVE it waits. 409: one of its recoveries is"
              + " RUNNING; recoveryId says which.")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; the recovery, where its progress is read.",
      headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RecoveryView.class),
              examples = @ExampleObject(name = "running", value = RecoveryView.EXAMPLE)))
  public Response ask(
      @Parameter(description = "the subscription's id") @PathParam("id") UUID id,
      @NotNull @Valid AskRecovery body) {
    RecoveryView recovery = service.ask(id, body);
    return Response.accepted(recovery)
        .location(URI.create("/api/v1/recoveries/" + recovery.id()))
        .header(HttpHeaders.ETAG, Etag.of(recovery.sequence()))
        .build();
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "listRecoveries",
      summary = "List a subscription's recoveries",
      description = "Newest first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of recoveries.",
      content =
          @Content(
              schema = @Schema(implementation = RecoveryPage.class),
              examples = @ExampleObject(name = "one", value = RecoveryView.PAGE_EXAMPLE)))
  public Page<RecoveryView> list(
      @Parameter(description = "the subscription's id") @PathParam("id") UUID id,
      @Valid @BeanParam PageRequest page) {
    return service.list(id, page);
  }
}
