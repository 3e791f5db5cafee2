package vn.phoihop.reporting.report;

import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

/** Where a report begins: at the obligation that asks for it. */
@Path("/api/v1/obligations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "What enterprises report, and what the Department says of it")
class ObligationReportResource {

  private final ReportService reports;

  ObligationReportResource(ReportService reports) {
    this.reports = reports;
  }

  @POST
  @Path("reports")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "startReport",
      summary = "Begin the report that an obligation asks for",
      description =
          """
          A draft, prefilled with the figures of now; they follow the records until it is submitted. It may be begun and \
          submitted before the period is over. There is one report an obligation; what changes are its versions.""")
  @APIResponse(
      responseCode = "201",
      description = "begun",
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
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReportView.class),
              examples = @ExampleObject(name = "draft", value = Examples.DRAFT)))
  public Response start(@PathParam("id") UUID id) {
    return created(reports.start(id));
  }

  @POST
  @Path("nil-return")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "declareNil",
      summary = "Report that nothing happened",
      description =
          """
          Begins the report, declares that there was no case, and submits it, in one call. Refused (409 `checks-failed`) \
          where cases are recorded.""")
  @APIResponse(
      responseCode = "201",
      description = "submitted",
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
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReportView.class),
              examples = @ExampleObject(name = "submitted", value = Examples.SUBMITTED)))
  public Response declareNil(@PathParam("id") UUID id) {
    return created(reports.declareNil(id));
  }

  private static Response created(ReportView report) {
    return Response.created(URI.create("/api/v1/reports/" + report.id()))
        .header(HttpHeaders.ETAG, Etag.of(report.sequence()))
        .entity(report)
        .build();
  }
}
