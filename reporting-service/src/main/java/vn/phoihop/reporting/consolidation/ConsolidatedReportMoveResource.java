package vn.phoihop.reporting.consolidation;

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

/** The moves; docs/states/consolidated-report.md draws them. */
@Path("/api/v1/consolidated-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "consolidated report moves", description = "What becomes of a consolidated report")
class ConsolidatedReportMoveResource {

  private final ConsolidatedReportService reports;

  ConsolidatedReportMoveResource(ConsolidatedReportService reports) {
    this.reports = reports;
  }

  @POST
  @Path("{id}/freeze")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "freezeConsolidatedReport",
      summary = "Freeze the figures",
      description =
          """
          COLLECTING becomes FROZEN: the last accepted version of each enterprise's report counts. Enterprises that owe one \
          and have none accepted are listed in `missing` and never refuse it. From now on the content never changes; the \
          same content gives the same `snapshot`.""")
  @APIResponse(
      responseCode = "200",
      description = "frozen",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConsolidatedReportView.class),
              examples = @ExampleObject(name = "frozen", value = Examples.FROZEN)))
  public Response freeze(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ConsolidatedReportResource.answer(reports.freeze(id, ifMatch));
  }

  @POST
  @Path("{id}/sign")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "signConsolidatedReport",
      summary = "Record the signature",
      description =
          """
          FROZEN becomes SIGNED, with number, day and signer as on the paper. The one of the period that was signed before \
          becomes SUPERSEDED; an earlier number does not supersede a later one (409). The document's names of authorities \
          are those of the day of the signature.""")
  @APIResponse(
      responseCode = "200",
      description = "signed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConsolidatedReportView.class)))
  public Response sign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = SignConsolidatedReport.class),
                      examples = @ExampleObject(name = "sign", value = Examples.SIGN)))
          @Valid
          @NotNull
          SignConsolidatedReport body) {
    return ConsolidatedReportResource.answer(reports.sign(id, ifMatch, body));
  }

  @POST
  @Path("{id}/send")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "sendConsolidatedReport",
      summary = "Record that it was sent",
      description =
          """
          To the Ministry or to the City People's Committee, once each: SENT. Sending to the second one after the first has \
          acknowledged makes it SENT again.""")
  @APIResponse(
      responseCode = "200",
      description = "sent",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConsolidatedReportView.class)))
  public Response send(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = ToRecipient.class),
                      examples = @ExampleObject(name = "send", value = Examples.SEND)))
          @Valid
          @NotNull
          ToRecipient body) {
    return ConsolidatedReportResource.answer(reports.send(id, ifMatch, body));
  }

  @POST
  @Path("{id}/acknowledge")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "acknowledgeConsolidatedReport",
      summary = "Record an acknowledgement",
      description =
          """
          The recipients have no account here: the Department records that one of them has it. ACKNOWLEDGED once all have \
          to whom it was sent so far.""")
  @APIResponse(
      responseCode = "200",
      description = "acknowledged",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConsolidatedReportView.class)))
  public Response acknowledge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = ToRecipient.class),
                      examples = @ExampleObject(name = "acknowledge", value = Examples.SEND)))
          @Valid
          @NotNull
          ToRecipient body) {
    return ConsolidatedReportResource.answer(reports.acknowledge(id, ifMatch, body));
  }
}
