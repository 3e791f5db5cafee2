package vn.phoihop.incident.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/information-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "information requests",
    description = "What authorities ask of enterprises, and what they answer")
class RequestResource {

  private final DraftService drafts;
  private final RequestReadService reading;

  RequestResource(DraftService drafts, RequestReadService reading) {
    this.drafts = drafts;
    this.reading = reading;
  }

  @POST
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "draftInformationRequest",
      summary = "Draft a request for information",
      description =
          """
          The enterprise sees nothing of it until it is issued. `warnings` say what the asker should think about, such as \
          a long period without a subject; nothing is refused for them.""")
  @APIResponse(
      responseCode = "201",
      description = "drafted",
      headers = {
        @Header(
            name = "Location",
            description = "the request",
            schema = @Schema(type = SchemaType.STRING, format = "uri")),
        @Header(
            name = "ETag",
            description = "its sequence",
            schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  public Response draft(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = AskInformation.class),
                      examples = {
                        @ExampleObject(name = "routine", value = RequestExamples.ROUTINE),
                        @ExampleObject(name = "emergency", value = RequestExamples.EMERGENCY)
                      }))
          @Valid
          @NotNull
          AskInformation body) {
    RequestView request = drafts.draft(body);
    return Response.created(URI.create("/api/v1/information-requests/" + request.header().id()))
        .header(HttpHeaders.ETAG, Etag.of(request.sequence()))
        .entity(request)
        .build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT})
  @Operation(
      operationId = "reviseInformationRequest",
      summary = "Write a draft anew",
      description = "The whole content; it becomes the next version.")
  @APIResponse(
      responseCode = "200",
      description = "written",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  @APIResponse(
      responseCode = "409",
      description = "issued already, or the enterprise is not active",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response revise(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = AskInformation.class),
                      examples = @ExampleObject(name = "routine", value = RequestExamples.ROUTINE)))
          @Valid
          @NotNull
          AskInformation body) {
    return answer(drafts.revise(id, ifMatch, body));
  }

  @GET
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT, Roles.ENTERPRISE, Roles.AUDITOR})
  @Operation(
      operationId = "listInformationRequests",
      summary = "List requests for information",
      description =
          """
          Headers, latest first by `visibleSince`: an authority those it asks, an enterprise those it is asked, the \
          Department and the auditor all that are issued.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<RequestSummary> list(
      @Valid @BeanParam RequestFilter filter, @Valid @BeanParam PageRequest page) {
    return reading.list(filter, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT, Roles.ENTERPRISE, Roles.AUDITOR})
  @Operation(
      operationId = "getInformationRequest",
      summary = "Read a request for information",
      description =
          """
          The asker and the enterprise read it whole, and so does the Department once an objection was put to it. Of \
          others' requests the Department and the auditor read the header alone. With `If-None-Match` and nothing new: \
          304.""")
  @APIResponse(
      responseCode = "200",
      description = "the request, or its header",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RequestView.class),
              examples = {
                @ExampleObject(name = "issued", value = RequestExamples.ISSUED),
                @ExampleObject(name = "header alone", value = RequestExamples.HEADER)
              }))
  @APIResponse(responseCode = "304", description = "nothing new since `If-None-Match`")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    RequestView view = reading.get(id);
    ResponseBuilder unchanged =
        request.evaluatePreconditions(new EntityTag(Long.toString(view.sequence())));
    return unchanged != null ? unchanged.build() : answer(view);
  }

  @GET
  @Path("{id}/answers")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "listInformationRequestAnswers",
      summary = "List the versions of an answer",
      description = "Oldest first, each as it was sealed.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<AnswerView> answers(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.answers(id, page);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "listInformationRequestHistory",
      summary = "What was done with a request",
      description =
          "Every move, oldest first: which party, when, what was said. Written by the moves alone.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<RequestHistoryView> history(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.history(id, page);
  }

  /** A request with its ETag. */
  static Response answer(RequestView request) {
    return Response.ok(request).header(HttpHeaders.ETAG, Etag.of(request.sequence())).build();
  }
}
