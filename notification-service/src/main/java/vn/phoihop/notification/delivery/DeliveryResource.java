package vn.phoihop.notification.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "What was sent to subscribers, and every attempt at it")
class DeliveryResource {

  private static final String EXAMPLE =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000005", "party": "POLICE",
       "subscriptionId": "019a1f6e-7c00-7000-8000-000000000006",
       "eventId": "019a1f6e-7c00-7000-8000-000000000007", "eventType": "incident.received",
       "state": "RETRY_WAIT", "attemptCount": 1, "nextAttemptAt": "2026-03-10T02:00:08Z",
       "sequence": 2, "createdAt": "2026-03-10T02:00:00Z",
       "attempts": [{"n": 1, "at": "2026-03-10T02:00:01Z", "status": 500,
                     "errorCode": "E_HTTP", "durationMs": 12}]}""";

  private static final String PAGE_EXAMPLE =
      """
      {"items": [{"id": "019a1f6e-7c00-7000-8000-000000000005", "party": "POLICE",
        "subscriptionId": "019a1f6e-7c00-7000-8000-000000000006",
        "eventId": "019a1f6e-7c00-7000-8000-000000000007", "eventType": "incident.received",
        "state": "DELIVERED", "attemptCount": 1, "sequence": 2,
        "createdAt": "2026-03-10T02:00:00Z"}]}""";

  private final DeliveryService service;

  DeliveryResource(DeliveryService service) {
    this.service = service;
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "listDeliveries",
      summary = "List deliveries",
      description = "Newest first: the caller's own; for the operator those of every party.")
  @APIResponse(
      responseCode = "200",
      description = "A page of deliveries.",
      content =
          @Content(
              schema = @Schema(implementation = DeliveryPage.class),
              examples = @ExampleObject(name = "one", value = PAGE_EXAMPLE)))
  public Page<DeliverySummary> list(
      @Valid @BeanParam PageRequest page, @Valid @BeanParam DeliveryFilter filter) {
    return service.list(page, filter);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "readDelivery",
      summary = "Read a delivery",
      description = "With its attempts. The operator does not see what receivers answered.")
  @APIResponse(
      responseCode = "200",
      description = "The delivery.",
      content =
          @Content(
              schema = @Schema(implementation = DeliveryView.class),
              examples = @ExampleObject(name = "waiting", value = EXAMPLE)))
  public Response get(@Parameter(description = "the delivery's id") @PathParam("id") UUID id) {
    DeliveryView view = service.get(id);
    return Response.ok(view).header("ETag", Etag.of(view.sequence())).build();
  }

  @POST
  @Path("/{id}/resend")
  @Idempotent
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "resendDelivery",
      summary = "Send a delivery again",
      description =
          "Possible when it is DELIVERED, DEAD_LETTER or RETRY_WAIT. It is sent within moments, with"
              + " the same webhook-id and the same body, and the retry schedule begins anew. 404: its"
              + " subscription has been deleted.")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; the delivery as it stands.",
      content =
          @Content(
              schema = @Schema(implementation = DeliveryView.class),
              examples = @ExampleObject(name = "waiting", value = EXAMPLE)))
  public Response resend(@Parameter(description = "the delivery's id") @PathParam("id") UUID id) {
    return Response.accepted(service.resend(id)).build();
  }
}
