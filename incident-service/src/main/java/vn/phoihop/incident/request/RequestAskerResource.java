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

/** The asker's moves; docs/states/information-request.md draws them. */
@Path("/api/v1/information-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "information requests",
    description = "What authorities ask of enterprises, and what they answer")
class RequestAskerResource {

  private final IssueService issuing;
  private final AskerService asking;

  RequestAskerResource(IssueService issuing, AskerService asking) {
    this.issuing = issuing;
    this.asking = asking;
  }

  @POST
  @Path("{id}/issue")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "issueInformationRequest",
      summary = "Issue a request",
      description =
          """
          DRAFT becomes ISSUED: the enterprise reads it from now on, and its time runs. The due time follows from the rule of \
          its priority (DEADLINE_RULES) and the working days (CALENDARS), and is kept with both. An EMERGENCY is issued by \
          another person than the one who wrote it; a machine neither writes nor issues one.""")
  @APIResponse(
      responseCode = "200",
      description = "issued",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response issue(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return RequestResource.answer(issuing.issue(id, ifMatch));
  }

  @POST
  @Path("{id}/accept")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "acceptInformationRequest",
      summary = "Accept an answer",
      description =
          """
          ANSWERED becomes ACCEPTED: the asker finds the answer whole and right. Whether it came in time stands beside it.""")
  @APIResponse(
      responseCode = "200",
      description = "accepted",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response accept(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return RequestResource.answer(asking.accept(id, ifMatch));
  }

  @POST
  @Path("{id}/return")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "returnInformationRequest",
      summary = "Return an answer",
      description =
          """
          ANSWERED becomes RETURNED: not whole or not right. The enterprise answers again; its time runs on, later by what the \
          asker took to look.""")
  @APIResponse(
      responseCode = "200",
      description = "returned",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response giveBack(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = ReturnAnswer.class),
                      examples = @ExampleObject(name = "request", value = RequestExamples.RETURN)))
          @Valid
          @NotNull
          ReturnAnswer body) {
    return RequestResource.answer(asking.giveBack(id, ifMatch, body));
  }

  @POST
  @Path("{id}/close")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "closeInformationRequest",
      summary = "Close a request",
      description =
          """
          ACCEPTED becomes CLOSED.""")
  @APIResponse(
      responseCode = "200",
      description = "closed",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response close(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return RequestResource.answer(asking.close(id, ifMatch));
  }

  @POST
  @Path("{id}/clarified")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "giveClarification",
      summary = "Answer a question",
      description =
          """
          NEEDS_CLARIFICATION goes back to where it came from; the clock runs again, and the due time moves by what it stood.""")
  @APIResponse(
      responseCode = "200",
      description = "clarified",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response clarified(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull AnswerQuestion body) {
    return RequestResource.answer(asking.clarified(id, ifMatch, body));
  }

  @POST
  @Path("{id}/cancel")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "cancelInformationRequest",
      summary = "Withdraw a request",
      description =
          """
          It is not to be answered any more.""")
  @APIResponse(
      responseCode = "200",
      description = "cancelled",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull CancelRequest body) {
    return RequestResource.answer(asking.cancel(id, ifMatch, body));
  }

  @POST
  @Path("{id}/supersede")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "supersedeInformationRequest",
      summary = "Replace a request by another",
      description =
          """
          SUPERSEDED: another issued request of the same asker to the same enterprise takes its place.""")
  @APIResponse(
      responseCode = "200",
      description = "superseded",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response supersede(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull SupersedeRequest body) {
    return RequestResource.answer(asking.supersede(id, ifMatch, body));
  }

  @POST
  @Path("{id}/support")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "supportInformationRequest",
      summary = "Hand in the paper of an emergency",
      description =
          """
          An emergency may be issued without its signed document, which follows within two working days; else it is flagged \
          UNSUPPORTED.""")
  @APIResponse(
      responseCode = "200",
      description = "supported",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response support(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull SupportRequest body) {
    return RequestResource.answer(asking.support(id, ifMatch, body));
  }
}
