package vn.phoihop.reporting.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "What enterprises report, and what the Department says of it")
class ReportResource {

  private final ReportService reports;
  private final ReportReadService reading;

  ReportResource(ReportService reports, ReportReadService reading) {
    this.reports = reports;
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "listReports",
      summary = "List reports",
      description =
          """
          Latest first by `visibleSince`: an enterprise its own, the Department all that were submitted once.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ReportSummary> list(
      @Valid @BeanParam ReportFilter filter, @Valid @BeanParam PageRequest page) {
    return reading.list(filter, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "getReport",
      summary = "Read a report",
      description =
          """
          The enterprise is shown what it is writing, with the figures of now; the Department the version last submitted. \
          Of a submitted version `variance` says what the records say now beyond it.""")
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
              schema = @Schema(implementation = ReportView.class),
              examples = @ExampleObject(name = "submitted", value = Examples.SUBMITTED)))
  public Response get(@PathParam("id") UUID id) {
    return answer(reading.get(id));
  }

  @PATCH
  @Path("{id}")
  @RolesAllowed(Roles.ENTERPRISE)
  @Operation(
      operationId = "editReport",
      summary = "Edit a draft or a returned report",
      description =
          """
          Texts by section, corrections of recorded figures with a reason each, and the declaration that nothing \
          happened. What the body does not name stays. `If-Match` is required.""")
  @APIResponse(
      responseCode = "200",
      description = "edited",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReportView.class),
              examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
  @APIResponse(
      responseCode = "409",
      description = "submitted or accepted: it is not being written",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response edit(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = EditReport.class),
                      examples =
                          @ExampleObject(name = "texts and a correction", value = Examples.EDIT)))
          @Valid
          @NotNull
          EditReport body) {
    return answer(reports.edit(id, ifMatch, body));
  }

  @POST
  @Path("{id}/submit")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "submitReport",
      summary = "Submit a report",
      description =
          """
          The figures are read once more: those of this moment, corrected, stand in the version for good. Refused (409 \
          `checks-failed`, the rules as codes) where a cross-check of level ERROR says no. A returned report becomes the \
          next version.""")
  @APIResponse(
      responseCode = "200",
      description = "submitted",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReportView.class),
              examples = @ExampleObject(name = "submitted", value = Examples.SUBMITTED)))
  public Response submit(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return answer(reports.submit(id, ifMatch));
  }

  @POST
  @Path("{id}/correct")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "correctReport",
      summary = "Correct an accepted report",
      description =
          """
          Begins the next version, once the Department has allowed it; the accepted one counts until the new one is \
          accepted.""")
  @APIResponse(
      responseCode = "200",
      description = "begun",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReportView.class),
              examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
  public Response correct(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull CorrectReport body) {
    return answer(reports.correct(id, ifMatch, body));
  }

  @GET
  @Path("{id}/versions")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "listReportVersions",
      summary = "List the versions of a report",
      description = "Oldest first, each with what the Department said of it.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<VersionSummary> versions(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.versions(id, page);
  }

  @GET
  @Path("{id}/versions/{n}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "getReportVersion",
      summary = "Read a version of a report",
      description = "As it was submitted, with what it changed against the version before.")
  @APIResponse(responseCode = "200", description = "the version")
  public VersionView version(@PathParam("id") UUID id, @PathParam("n") @Min(1) int n) {
    return reading.version(id, n);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "listReportHistory",
      summary = "What was done with a report",
      description = "Every move, oldest first: which party, when, what, why.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<HistoryView> history(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.history(id, page);
  }

  /** A report with its ETag. */
  static Response answer(ReportView report) {
    return Response.ok(report).header(HttpHeaders.ETAG, Etag.of(report.sequence())).build();
  }
}
