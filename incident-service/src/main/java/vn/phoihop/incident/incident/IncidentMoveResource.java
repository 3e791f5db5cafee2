package vn.phoihop.incident.incident;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

/** The moves that need no new content; docs/states/incident.md draws them. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incident moves", description = "What becomes of a report")
class IncidentMoveResource {

  private final IncidentService incidents;

  IncidentMoveResource(IncidentService incidents) {
    this.incidents = incidents;
  }

  @POST
  @Path("{id}/triage")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "triageIncident",
      summary = "Triage a received report",
      description = "RECEIVED becomes TRIAGED: the Department has looked at it and takes it on.")
  @APIResponse(
      responseCode = "200",
      description = "triaged",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response triage(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return IncidentResource.answer(incidents.triage(id, ifMatch));
  }

  @POST
  @Path("{id}/refer")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "referIncident",
      summary = "Refer an incident to agencies",
      description =
          """
          TRIAGED becomes IN_COORDINATION. Referring again adds agencies. Each reads the incident from then on.""")
  @APIResponse(
      responseCode = "200",
      description = "referred",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response refer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull ReferIncident body) {
    return IncidentResource.answer(incidents.refer(id, ifMatch, body));
  }

  @POST
  @Path("{id}/resolve")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "resolveIncident",
      summary = "Record the outcome",
      description =
          """
          IN_COORDINATION becomes RESOLVED. What must come with an outcome (the number of a decision, an amount) is \
          said by the list OUTCOMES.""")
  @APIResponse(
      responseCode = "200",
      description = "resolved",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response resolve(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull Resolution body) {
    return IncidentResource.answer(incidents.resolve(id, ifMatch, body));
  }

  @POST
  @Path("{id}/close")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "closeIncident",
      summary = "Close a resolved incident",
      description = "RESOLVED becomes CLOSED.")
  @APIResponse(
      responseCode = "200",
      description = "closed",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response close(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return IncidentResource.answer(incidents.close(id, ifMatch));
  }

  @POST
  @Path("{id}/reopen")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "reopenIncident",
      summary = "Reopen a closed incident",
      description =
          "New facts: CLOSED becomes IN_COORDINATION again; the former outcome stands until the next one.")
  @APIResponse(
      responseCode = "200",
      description = "reopened",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response reopen(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull ReopenIncident body) {
    return IncidentResource.answer(incidents.reopen(id, ifMatch, body));
  }

  @POST
  @Path("{id}/return")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "returnIncident",
      summary = "Return a report for correction",
      description =
          "RECEIVED or TRIAGED becomes RETURNED, with coded reasons and a day; amending receives it again.")
  @APIResponse(
      responseCode = "200",
      description = "returned",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response giveBack(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull ReturnIncident body) {
    return IncidentResource.answer(incidents.giveBack(id, ifMatch, body));
  }

  @POST
  @Path("{id}/dismiss")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "dismissIncident",
      summary = "Dismiss a report",
      description =
          "Any open state becomes DISMISSED: a false positive, not our competence, a duplicate.")
  @APIResponse(
      responseCode = "200",
      description = "dismissed",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response dismiss(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull DismissIncident body) {
    return IncidentResource.answer(incidents.dismiss(id, ifMatch, body));
  }

  @POST
  @Path("{id}/withdraw")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "withdrawIncident",
      summary = "Withdraw a report",
      description =
          "The enterprise takes it back; the record stays. Once in coordination, only when the Department has allowed it.")
  @APIResponse(
      responseCode = "200",
      description = "withdrawn",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response withdraw(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return IncidentResource.answer(incidents.withdraw(id, ifMatch));
  }

  @POST
  @Path("{id}/allow-withdrawal")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "allowIncidentWithdrawal",
      summary = "Allow an incident in coordination to be withdrawn",
      description = "The state stays; the enterprise may withdraw from now on.")
  @APIResponse(
      responseCode = "200",
      description = "allowed",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response allowWithdrawal(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return IncidentResource.answer(incidents.allowWithdrawal(id, ifMatch));
  }
}
