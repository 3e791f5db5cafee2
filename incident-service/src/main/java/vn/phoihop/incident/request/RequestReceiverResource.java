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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

/** The enterprise's moves; docs/states/information-request.md draws them. */
@Path("/api/v1/information-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "information requests",
    description = "What authorities ask of enterprises, and what they answer")
class RequestReceiverResource {

  private final AnswerService answering;

  RequestReceiverResource(AnswerService answering) {
    this.answering = answering;
  }

  @POST
  @Path("{id}/acknowledge")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "acknowledgeInformationRequest",
      summary = "Acknowledge a request",
      description =
          """
          ISSUED becomes ACKNOWLEDGED: it has been seen, and is being worked on.""")
  @APIResponse(
      responseCode = "200",
      description = "acknowledged",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response acknowledge(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return RequestResource.answer(answering.acknowledge(id, ifMatch));
  }

  @POST
  @Path("{id}/answers")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "answerInformationRequest",
      summary = "Answer a request",
      description =
          """
          Item by item: FULL or PARTIAL with a text or documents (added before with `…/documents`), NONE with a reason. What \
          was answered before and is not named stays; the whole becomes the next version, which nobody edits, sealed by a \
          hash. `completeness` is in percent of all items: full ones count whole, partial ones half.""")
  @APIResponse(
      responseCode = "200",
      description = "answered",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response answer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = GiveAnswer.class),
                      examples = @ExampleObject(name = "request", value = RequestExamples.ANSWER)))
          @Valid
          @NotNull
          GiveAnswer body) {
    return RequestResource.answer(answering.answer(id, ifMatch, body));
  }

  @POST
  @Path("{id}/clarify")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "askForClarification",
      summary = "Ask the asker",
      description =
          """
          NEEDS_CLARIFICATION: the clock stands until the asker has answered the question.""")
  @APIResponse(
      responseCode = "200",
      description = "asked",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response clarify(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull ClarifyRequest body) {
    return RequestResource.answer(answering.clarify(id, ifMatch, body));
  }

  @POST
  @Path("{id}/object")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "objectToInformationRequest",
      summary = "Object to a request",
      description =
          """
          OBJECTED: the objection is put to the Department, which reads the request from now on and decides. The clock stands \
          until then.""")
  @APIResponse(
      responseCode = "200",
      description = "objected",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response object(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull ObjectToRequest body) {
    return RequestResource.answer(answering.object(id, ifMatch, body));
  }
}
