package vn.phoihop.incident.incident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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
import vn.phoihop.incident.report.IncidentReport;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incidents", description = "Suspicious reports: what enterprises say, and who reads it")
class IncidentResource {

  private final IntakeService intake;
  private final IncidentReadService reading;

  IncidentResource(IntakeService intake, IncidentReadService reading) {
    this.intake = intake;
    this.reading = reading;
  }

  @POST
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent(required = true)
  @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
  @Operation(
      operationId = "reportIncident",
      summary = "Report a suspicious sign",
      description =
          """
          An early notice is `stage` EARLY with five fields; everything else may follow by amending. The report goes to \
          the Department and to the agencies that the list ROUTING names for its violation types. Indicators are \
          normalised: a malformed one is refused, a wrong check digit is accepted and flagged. The answer stands only \
          once the report is stored for good. `Idempotency-Key` is required.""")
  @APIResponse(
      responseCode = "201",
      description = "received",
      headers = {
        @Header(
            name = "Location",
            description = "the incident",
            schema = @Schema(type = SchemaType.STRING, format = "uri")),
        @Header(
            name = "ETag",
            description = "its sequence",
            schema = @Schema(type = SchemaType.STRING))
      },
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = IncidentView.class),
              examples = @ExampleObject(name = "received", value = Examples.RECEIVED)))
  public Response report(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = IncidentReport.class),
                      examples = {
                        @ExampleObject(name = "early notice", value = Examples.EARLY_NOTICE),
                        @ExampleObject(name = "in detail", value = Examples.DETAIL)
                      }))
          @Valid
          @NotNull
          IncidentReport body) {
    IncidentView incident = intake.report(body);
    return Response.created(URI.create("/api/v1/incidents/" + incident.id()))
        .header(HttpHeaders.ETAG, Etag.of(incident.sequence()))
        .entity(incident)
        .build();
  }

  @POST
  @Path("{id}/amend")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "amendIncident",
      summary = "Amend a report",
      description =
          """
          The whole content anew, with the `reason`; it becomes the next version, the former ones stay as they are. A \
          returned report is received again. `stage` does not go backwards. What it now concerns may bring in further \
          agencies; those that have it keep it.""")
  @APIResponse(
      responseCode = "200",
      description = "amended",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = IncidentReport.class),
                      examples = @ExampleObject(name = "in detail", value = Examples.AMENDMENT)))
          @Valid
          @NotNull
          IncidentReport body) {
    return answer(intake.amend(id, ifMatch, body));
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "listIncidents",
      summary = "List incidents",
      description =
          """
          Those that the caller reads, latest first by `visibleSince`: an enterprise its own, an agency those routed or \
          referred to it, the Department all.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<IncidentSummary> list(
      @Valid @BeanParam IncidentFilter filter, @Valid @BeanParam PageRequest page) {
    return reading.list(filter, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "getIncident",
      summary = "Read an incident",
      description = "Its state and its last version. With `If-None-Match` and nothing new: 304.")
  @APIResponse(
      responseCode = "200",
      description = "the incident",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = IncidentView.class),
              examples = @ExampleObject(name = "received", value = Examples.RECEIVED)))
  @APIResponse(responseCode = "304", description = "nothing new since `If-None-Match`")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    IncidentView incident = reading.get(id);
    ResponseBuilder unchanged =
        request.evaluatePreconditions(new EntityTag(Long.toString(incident.sequence())));
    return unchanged != null ? unchanged.build() : answer(incident);
  }

  @GET
  @Path("{id}/versions")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "listIncidentVersions",
      summary = "List the versions of a report",
      description = "Oldest first, with the reason of each amendment.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<VersionSummary> versions(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.versions(id, page);
  }

  @GET
  @Path("{id}/versions/{n}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "getIncidentVersion",
      summary = "Read a version of a report",
      description = "As it was sent, with what it changed against the version before.")
  @APIResponse(responseCode = "200", description = "the version")
  public VersionView version(@PathParam("id") UUID id, @PathParam("n") @Min(1) int n) {
    return reading.version(id, n);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "listIncidentHistory",
      summary = "What was done with an incident",
      description =
          "Every move, oldest first: which party, when, what, why. Written by the moves alone.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<HistoryView> history(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.history(id, page);
  }

  /** An incident with its ETag. */
  static Response answer(IncidentView incident) {
    return Response.ok(incident).header(HttpHeaders.ETAG, Etag.of(incident.sequence())).build();
  }
}
