package vn.phoihop.notification.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/subscriptions/{id}/ping")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Subscriptions")
class PingResource {

  private static final String EXAMPLE =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000005", "party": "POLICE",
       "subscriptionId": "019a1f6e-7c00-7000-8000-000000000006",
       "eventId": "019a1f6e-7c00-7000-8000-000000000007", "eventType": "ping",
       "state": "SENDING", "attemptCount": 1, "sequence": 1,
       "createdAt": "2026-03-10T02:00:00Z", "attempts": []}""";

  private final PingService service;

  PingResource(PingService service) {
    this.service = service;
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "pingSubscription",
      summary = "Try a subscription's receiver",
      description =
          "A webhook of type ping, checked, signed, sent and recorded as every other one; its data is the"
              + " subscription's id, state and sequence. It is sent while the subscription is PAUSED too: to see"
              + " that a receiver is well before what waits is let go. It is tried once: DELIVERED or"
              + " DEAD_LETTER, within the timeout, with the attempt and its reason in the delivery.")
  @APIResponse(
      responseCode = "202",
      description = "Under way; the delivery, where its end is read.",
      headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = DeliveryView.class),
              examples = @ExampleObject(name = "ping", value = EXAMPLE)))
  public Response ping(@PathParam("id") UUID id) {
    DeliveryView delivery = service.ping(id);
    return Response.accepted(delivery)
        .location(URI.create("/api/v1/deliveries/" + delivery.id()))
        .header(HttpHeaders.ETAG, Etag.of(delivery.sequence()))
        .build();
  }
}
