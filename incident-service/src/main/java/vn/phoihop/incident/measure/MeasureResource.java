package vn.phoihop.incident.measure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/measures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "measures", description = "What enterprises do to stop violations and limit damage")
class MeasureResource {

  private final MeasureService measures;
  private final MeasureReadService reading;

  MeasureResource(MeasureService measures, MeasureReadService reading) {
    this.measures = measures;
    this.reading = reading;
  }

  @POST
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "takeMeasure",
      summary = "Record a measure",
      description =
          """
          It is ACTIVE at once, or PLANNED where `startedAt` lies in the future: then it starts by itself, or by `start`. \
          Nobody approves it. What must come with a type is said by the list MEASURE_TYPES: opening mail (OPEN_ITEM) \
          needs a decision and the authority that made it. An emergency measure is to be ratified by another person \
          within 48 hours. The Department reads every measure, the agencies those of the incidents that they read.""")
  @APIResponse(
      responseCode = "201",
      description = "recorded",
      headers = {
        @Header(
            name = "Location",
            description = "the measure",
            schema = @Schema(type = SchemaType.STRING, format = "uri")),
        @Header(
            name = "ETag",
            description = "its sequence",
            schema = @Schema(type = SchemaType.STRING))
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MeasureView.class),
              examples = @ExampleObject(name = "active", value = MeasureExamples.ACTIVE)))
  public Response take(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = TakeMeasure.class),
                      examples = {
                        @ExampleObject(name = "numbers blocked", value = MeasureExamples.BLOCK),
                        @ExampleObject(name = "mail opened", value = MeasureExamples.OPEN_ITEM)
                      }))
          @Valid
          @NotNull
          TakeMeasure body) {
    MeasureView measure = measures.take(body);
    return Response.created(URI.create("/api/v1/measures/" + measure.id()))
        .header(HttpHeaders.ETAG, Etag.of(measure.sequence()))
        .entity(measure)
        .build();
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "listMeasures",
      summary = "List measures",
      description =
          """
          Those that the caller reads, latest first by `visibleSince`: an enterprise its own, an agency those of the \
          incidents that it reads, the Department all.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<MeasureSummary> list(
      @Valid @BeanParam MeasureFilter filter, @Valid @BeanParam PageRequest page) {
    return reading.list(filter, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "getMeasure",
      summary = "Read a measure",
      description = "With what is computed at the time of asking: due for review, not ratified.")
  @APIResponse(
      responseCode = "200",
      description = "the measure",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MeasureView.class),
              examples = @ExampleObject(name = "active", value = MeasureExamples.ACTIVE)))
  public Response get(@PathParam("id") UUID id) {
    return answer(reading.get(id));
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "listMeasureHistory",
      summary = "What was done with a measure",
      description = "Every move, oldest first: which party, when, what, why.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<MeasureHistoryView> history(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.history(id, page);
  }

  /** A measure with its ETag. */
  static Response answer(MeasureView measure) {
    return Response.ok(measure).header(HttpHeaders.ETAG, Etag.of(measure.sequence())).build();
  }
}
