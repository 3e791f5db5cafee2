package vn.phoihop.incident.measure;

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
import java.util.Objects;
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

/** What becomes of a measure; docs/states/measure.md draws it. */
@Path("/api/v1/measures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "measure moves", description = "What becomes of a measure")
class MeasureMoveResource {

  private final MeasureService measures;

  MeasureMoveResource(MeasureService measures) {
    this.measures = measures;
  }

  @POST
  @Path("{id}/start")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "startMeasure",
      summary = "Start a planned measure",
      description =
          """
          PLANNED becomes ACTIVE now, before `startedAt`, which becomes now.""")
  @APIResponse(
      responseCode = "200",
      description = "started",
      content = @Content(schema = @Schema(implementation = MeasureView.class)))
  public Response start(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return MeasureResource.answer(measures.start(id, ifMatch));
  }

  @POST
  @Path("{id}/end")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "endMeasure",
      summary = "End a measure",
      description =
          """
          ACTIVE becomes ENDED, with its effect where it was counted; without a body it ends now.""")
  @APIResponse(
      responseCode = "200",
      description = "ended",
      content = @Content(schema = @Schema(implementation = MeasureView.class)))
  public Response end(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = EndMeasure.class),
                      examples = @ExampleObject(name = "ended", value = MeasureExamples.END)))
          @Valid
          @Nullable EndMeasure body) {
    return MeasureResource.answer(
        measures.end(id, ifMatch, Objects.requireNonNullElse(body, EndMeasure.NOW)));
  }

  @POST
  @Path("{id}/reverse")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "reverseMeasure",
      summary = "Reverse a measure",
      description =
          """
          A false positive: it becomes REVERSED, whether planned, in force or ended, and what it achieved no longer counts.""")
  @APIResponse(
      responseCode = "200",
      description = "reversed",
      content = @Content(schema = @Schema(implementation = MeasureView.class)))
  public Response reverse(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = ReverseMeasure.class),
                      examples =
                          @ExampleObject(name = "reversed", value = MeasureExamples.REVERSE)))
          @Valid
          @NotNull
          ReverseMeasure body) {
    return MeasureResource.answer(measures.reverse(id, ifMatch, body));
  }

  @POST
  @Path("{id}/review")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "reviewMeasure",
      summary = "Review a measure",
      description =
          """
          It was looked at and stays in force until the next review.""")
  @APIResponse(
      responseCode = "200",
      description = "reviewed",
      content = @Content(schema = @Schema(implementation = MeasureView.class)))
  public Response review(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = ReviewMeasure.class),
                      examples = @ExampleObject(name = "reviewed", value = MeasureExamples.REVIEW)))
          @Valid
          @NotNull
          ReviewMeasure body) {
    return MeasureResource.answer(measures.review(id, ifMatch, body));
  }

  @POST
  @Path("{id}/ratify")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "ratifyMeasure",
      summary = "Ratify an emergency measure",
      description =
          """
          Another person than the one who took it stands behind it, with the paper where there is one; a machine cannot.""")
  @APIResponse(
      responseCode = "200",
      description = "ratified",
      content = @Content(schema = @Schema(implementation = MeasureView.class)))
  public Response ratify(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = RatifyMeasure.class),
                      examples = @ExampleObject(name = "ratified", value = MeasureExamples.RATIFY)))
          @Valid
          @Nullable RatifyMeasure body) {
    return MeasureResource.answer(
        measures.ratify(id, ifMatch, Objects.requireNonNullElse(body, RatifyMeasure.PLAIN)));
  }
}
