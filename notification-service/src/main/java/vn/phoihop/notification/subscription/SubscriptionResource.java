package vn.phoihop.notification.subscription;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.subscription.SubscriptionState.Move;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions", description = "Where a party is told of events, by signed webhooks")
class SubscriptionResource {

  private final SubscriptionService service;

  SubscriptionResource(SubscriptionService service) {
    this.service = service;
  }

  @POST
  @Idempotent(secrets = "secret")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CreateSubscription.class),
              examples = @ExampleObject(name = "request", value = SubscriptionExamples.REQUEST)))
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "createSubscription",
      summary = "Subscribe",
      description =
          "Works at once. Each event of these types whose audience the caller's organisation belongs to is"
              + " POSTed to the URL, signed as Standard Webhooks 1.0.0 lays down (headers webhook-id,"
              + " webhook-timestamp, webhook-signature). A 2xx ends the delivery; anything else is tried again"
              + " for 75 hours. Receivers drop a webhook-id that they have seen. 400: an address that is not"
              + " admitted (ADDRESS_FORBIDDEN, ADDRESS_PRIVATE, HOST_UNRESOLVED, URL_SCHEME and others at /url),"
              + " an event type that does not exist.")
  @APIResponse(
      responseCode = "201",
      description = "The subscription with its secret, shown this once.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionWithSecret.class),
              examples =
                  @ExampleObject(name = "subscription", value = SubscriptionExamples.WITH_SECRET)))
  public Response create(@NotNull @Valid CreateSubscription body) {
    SubscriptionWithSecret made = service.create(body);
    return Response.created(URI.create("/api/v1/subscriptions/" + made.subscription().id()))
        .header(HttpHeaders.ETAG, Etag.of(made.subscription().sequence()))
        .entity(made)
        .build();
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "listSubscriptions",
      summary = "List subscriptions",
      description =
          "Newest first: the caller's own; for the operator those of every party. Secrets are never shown.")
  @APIResponse(
      responseCode = "200",
      description = "A page.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionPage.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionExamples.PAGE)))
  public Page<SubscriptionView> list(@Valid @BeanParam PageRequest page) {
    return service.list(page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "readSubscription",
      summary = "Read a subscription",
      description = "Without its secret.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionExamples.VIEW)))
  public Response read(@PathParam("id") UUID id) {
    return ok(service.get(id));
  }

  @PUT
  @Path("/{id}")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CreateSubscription.class),
              examples = @ExampleObject(name = "request", value = SubscriptionExamples.REQUEST)))
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "replaceSubscription",
      summary = "Replace a subscription's content",
      description =
          "URL and event types, under the same rules as at creation; the secret stays. Deliveries that are"
              + " already queued go to the new URL.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionExamples.VIEW)))
  @APIResponse(
      responseCode = "409",
      description = "somebody else moved it to another URL while this one was asked; read it again",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @NotNull @Valid CreateSubscription body) {
    return ok(service.change(id, ifMatch, now -> body));
  }

  @PATCH
  @Path("/{id}")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ChangeSubscription.class),
              examples = @ExampleObject(name = "request", value = SubscriptionExamples.CHANGE)))
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "changeSubscription",
      summary = "Change a subscription",
      description = "URL, event types, or both; what is absent stays.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionExamples.VIEW)))
  @APIResponse(
      responseCode = "409",
      description = "somebody else moved it to another URL while this one was asked; read it again",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @NotNull @Valid ChangeSubscription body) {
    return ok(service.change(id, ifMatch, body::of));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "deleteSubscription",
      summary = "Unsubscribe",
      description =
          "For good. What is still queued is not sent any more; past deliveries stay readable.")
  @APIResponse(responseCode = "204", description = "Deleted.")
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    service.delete(id, ifMatch);
  }

  @POST
  @Path("/{id}/pause")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "pauseSubscription",
      summary = "Pause a subscription",
      description = "From ACTIVE. Events that happen meanwhile are kept and sent on resume.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription, PAUSED.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionExamples.VIEW)))
  public Response pause(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ok(service.move(id, ifMatch, Move.PAUSE));
  }

  @POST
  @Path("/{id}/resume")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "resumeSubscription",
      summary = "Resume a subscription",
      description =
          "From PAUSED, or DISABLED once the receiver is well again. What waited is sent within a second"
              + " or so. Deliveries that were given up before are not among it: firstFailureAt in this"
              + " answer says since when they may be missing.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription, ACTIVE.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionExamples.VIEW)))
  public Response resume(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ok(service.move(id, ifMatch, Move.RESUME));
  }

  @POST
  @Path("/{id}/secret/rotate")
  @Idempotent(secrets = "secret")
  @RequestBody(
      required = false,
      content =
          @Content(
              schema = @Schema(implementation = RotateSecret.class),
              examples = @ExampleObject(name = "request", value = SubscriptionExamples.ROTATE)))
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "rotateSecret",
      summary = "Rotate the secret",
      description =
          "A new secret signs from now on; the former one signs beside it until the grace period ends, so"
              + " that receivers can change over without a gap. 409: ten former ones are still valid.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription with its new secret, shown this once.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionWithSecret.class),
              examples =
                  @ExampleObject(name = "subscription", value = SubscriptionExamples.WITH_SECRET)))
  public Response rotate(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @Nullable RotateSecret body) {
    RotateSecret request = body == null ? new RotateSecret(null) : body;
    SubscriptionWithSecret made = service.rotate(id, ifMatch, request);
    return Response.ok(made)
        .header(HttpHeaders.ETAG, Etag.of(made.subscription().sequence()))
        .build();
  }

  @POST
  @Path("/{id}/secret/retire-old")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "retireOldSecrets",
      summary = "Let former secrets sign no more",
      description =
          "Before their grace period ends: once every receiver has changed over, or because one leaked."
              + " Calls already under way may still carry their signatures. Where there is no former"
              + " secret nothing changes.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription.",
      content =
          @Content(
              schema = @Schema(implementation = SubscriptionView.class),
              examples = @ExampleObject(name = "subscription", value = SubscriptionExamples.VIEW)))
  public Response retireOld(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ok(service.retireOld(id, ifMatch));
  }

  private static Response ok(SubscriptionView view) {
    return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.sequence())).build();
  }
}
