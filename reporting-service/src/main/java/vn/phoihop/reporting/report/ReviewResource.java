package vn.phoihop.reporting.report;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
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

@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "What enterprises report, and what the Department says of it")
class ReviewResource {

  private final ReviewService reviews;

  ReviewResource(ReviewService reviews) {
    this.reviews = reviews;
  }

  @POST
  @Path("{id}/accept")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "acceptReport",
      summary = "Accept a report",
      description = "SUBMITTED becomes ACCEPTED; this version counts from now on.")
  @APIResponse(
      responseCode = "200",
      description = "accepted",
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
  public Response accept(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ReportResource.answer(reviews.accept(id, ifMatch));
  }

  @POST
  @Path("{id}/return")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "returnReport",
      summary = "Return a report",
      description =
          "SUBMITTED becomes RETURNED, with coded reasons; the enterprise edits it and submits the next version.")
  @APIResponse(
      responseCode = "200",
      description = "returned",
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
  public Response giveBack(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = ReturnReport.class),
                      examples = @ExampleObject(name = "figures", value = Examples.RETURN)))
          @Valid
          @NotNull
          ReturnReport body) {
    return ReportResource.answer(reviews.giveBack(id, ifMatch, body));
  }

  @POST
  @Path("{id}/allow-correction")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "allowReportCorrection",
      summary = "Allow an accepted report to be corrected",
      description = "The state stays; the enterprise may begin the next version from now on.")
  @APIResponse(
      responseCode = "200",
      description = "allowed",
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
  public Response allowCorrection(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ReportResource.answer(reviews.allowCorrection(id, ifMatch));
  }
}
