package vn.phoihop.notification.preference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/preferences/{personId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Preferences", description = "How a person of an enterprise wants to be told")
class PreferenceResource {

  private final PreferenceService service;

  PreferenceResource(PreferenceService service) {
    this.service = service;
  }

  @GET
  @RolesAllowed(Roles.ENTERPRISE)
  @Operation(
      operationId = "readPreferences",
      summary = "Read how a person is told",
      description =
          "A person reads its own (the id is the token's claim person); an enterprise's machine those"
              + " of its liaisons and its leader. A person is known moments after its designation was"
              + " approved, a leader after the enterprise's activation; before that, 404.")
  @APIResponse(
      responseCode = "200",
      description = "The preferences.",
      content =
          @Content(
              schema = @Schema(implementation = PreferenceView.class),
              examples = @ExampleObject(name = "preferences", value = PreferenceView.EXAMPLE)))
  public Response get(
      @Parameter(description = "the person's id") @PathParam("personId") UUID personId) {
    return ok(service.read(personId));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ENTERPRISE)
  @Operation(
      operationId = "changePreferences",
      summary = "Change how a person is told",
      description =
          "Classes that are not urgent may come as one mail a day, or not at all. Quiet hours hold"
              + " mails until they end; where they are changed or removed, what they hold is looked at"
              + " again at once. What is urgent comes at once whatever is chosen: emergencies,"
              + " urgent requests, critical cases, escalations, access. 400: a mandatory class is to be"
              + " told otherwise than at once, or the quiet hours end when they begin or last more than"
              + " 12 hours. 412: changed by somebody else meanwhile; 428: without If-Match.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ChangePreference.class),
              examples = @ExampleObject(name = "choice", value = ChangePreference.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The preferences as they are now.",
      content =
          @Content(
              schema = @Schema(implementation = PreferenceView.class),
              examples = @ExampleObject(name = "preferences", value = PreferenceView.EXAMPLE)))
  public Response change(
      @Parameter(description = "the person's id") @PathParam("personId") UUID personId,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull ChangePreference body) {
    return ok(service.change(personId, ifMatch, body));
  }

  private static Response ok(PreferenceView view) {
    return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.sequence())).build();
  }
}
