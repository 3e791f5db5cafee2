package vn.phoihop.reporting.consolidation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

@Path("/api/v1/consolidated-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "consolidated reports",
    description = "What the Department makes of a period's accepted reports (letter, O4)")
class ConsolidatedReportResource {

  private final ConsolidatedReportService reports;
  private final ConsolidatedReportReadService reading;

  ConsolidatedReportResource(
      ConsolidatedReportService reports, ConsolidatedReportReadService reading) {
    this.reports = reports;
    this.reading = reading;
  }

  @POST
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "startConsolidatedReport",
      summary = "Start the consolidated report of a period",
      description =
          """
          It is COLLECTING, and gets the next number within its period: there may be any number of them. The period is a \
          calendar half that has begun; one that has not, or is none, is a 400. Of a running period it sums up what is \
          accepted so far.""")
  @APIResponse(
      responseCode = "201",
      description = "started",
      headers = {
        @Header(
            name = "Location",
            description = "the report",
            schema = @Schema(type = SchemaType.STRING, format = "uri")),
        @Header(
            name = "ETag",
            description = "its sequence",
            schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = ConsolidatedReportView.class)))
  public Response start(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = StartConsolidatedReport.class),
                      examples = @ExampleObject(name = "a half", value = Examples.START)))
          @Valid
          @NotNull
          StartConsolidatedReport body) {
    ConsolidatedReportView report = reports.start(body);
    return Response.created(URI.create("/api/v1/consolidated-reports/" + report.id()))
        .header(HttpHeaders.ETAG, Etag.of(report.sequence()))
        .entity(report)
        .build();
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.AUDITOR})
  @Operation(
      operationId = "listConsolidatedReports",
      summary = "List consolidated reports",
      description = "Latest first: their heads and states.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ConsolidatedReportSummary> list(
      @Valid @BeanParam ConsolidatedReportFilter filter, @Valid @BeanParam PageRequest page) {
    return reading.list(filter, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.AUDITOR})
  @Operation(
      operationId = "getConsolidatedReport",
      summary = "Read a consolidated report",
      description =
          """
          Once frozen, its figures are the same at every read. An auditor reads its head and state alone. With \
          `If-None-Match` and nothing new: 304.""")
  @APIResponse(
      responseCode = "200",
      description = "the report",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConsolidatedReportView.class),
              examples = @ExampleObject(name = "frozen", value = Examples.FROZEN)))
  @APIResponse(responseCode = "304", description = "nothing new since `If-None-Match`")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    ConsolidatedReportView report = reading.get(id);
    ResponseBuilder unchanged =
        request.evaluatePreconditions(new EntityTag(Long.toString(report.sequence())));
    return unchanged != null ? unchanged.build() : answer(report);
  }

  @PUT
  @Path("{id}/sections")
  @RolesAllowed(Roles.DEPARTMENT)
  @Operation(
      operationId = "writeConsolidatedSections",
      summary = "Write the Department's own words",
      description =
          """
          All of them anew, while it is COLLECTING; each comes after what the figures say in its section of the document. \
          A section without words of either is left out. `If-Match` is required.""")
  @APIResponse(
      responseCode = "200",
      description = "written",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ConsolidatedReportView.class)))
  @APIResponse(
      responseCode = "409",
      description = "it is frozen",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response write(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = WriteSections.class),
                      examples = @ExampleObject(name = "two sections", value = Examples.SECTIONS)))
          @Valid
          @NotNull
          WriteSections body) {
    return answer(reports.write(id, ifMatch, body));
  }

  @GET
  @Path("{id}/lineage")
  @RolesAllowed(Roles.DEPARTMENT)
  @Operation(
      operationId = "getConsolidatedLineage",
      summary = "Where the figures come from",
      description =
          """
          The report versions that were summed up, by enterprise id, each with its share: the sum over all pages is the \
          figure. Stored by the freezing and never changed. 409 before it is frozen.""")
  @APIResponse(responseCode = "200", description = "a page")
  @APIResponse(
      responseCode = "409",
      description = "it is not frozen yet",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Page<LineageSummary> lineage(
      @PathParam("id") UUID id,
      @QueryParam("violationType")
          @Size(min = 1, max = 64)
          @Parameter(
              description = "only the versions that count in this figure, with their share of it",
              example = "TEL_BYPASS_SIMBOX")
          @Nullable String violationType,
      @Valid @BeanParam PageRequest page) {
    return reading.lineage(id, violationType, page);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Roles.DEPARTMENT, Roles.AUDITOR})
  @Operation(
      operationId = "listConsolidatedHistory",
      summary = "What was done with a consolidated report",
      description = "Every move, oldest first. Written by the moves alone.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ConsolidatedHistoryView> history(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.history(id, page);
  }

  /** A report with its ETag. */
  static Response answer(ConsolidatedReportView report) {
    return Response.ok(report).header(HttpHeaders.ETAG, Etag.of(report.sequence())).build();
  }
}
