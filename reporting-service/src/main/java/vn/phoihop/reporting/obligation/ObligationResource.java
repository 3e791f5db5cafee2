package vn.phoihop.reporting.obligation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "obligations", description = "Of whom a report is asked, of which period, until when")
class ObligationResource {

  private static final String EXAMPLE =
      """
      {"id": "019ac000-0000-7000-8000-000000000001", "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
       "enterpriseName": "Công ty Cổ phần Viễn thông Thăng Long", "kind": "PERIODIC", "period": "2026-H2",
       "state": "OPEN", "flags": [], "sequence": 1, "openedAt": "2026-06-30T17:00:00Z",
       "dueAt": "2027-01-15T17:00:00Z", "due": {"anchor": "2026-12-31T16:59:59.999999Z",
       "rule": "REPORT_HALF_YEAR 10 WORKING_DAYS", "calendarVersion": "CALENDARS/1", "provisional": true},
       "late": false}""";

  private final ObligationService obligations;

  ObligationResource(ObligationService obligations) {
    this.obligations = obligations;
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "listObligations",
      summary = "List obligations to report",
      description =
          """
          Latest opened first: an enterprise its own, the Department all. One is opened for each active enterprise and \
          half-year, on the period's first day or at the activation, and by campaigns.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ObligationView> list(
      @Valid @BeanParam ObligationFilter filter, @Valid @BeanParam PageRequest page) {
    return obligations.list(filter, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "getObligation",
      summary = "Read an obligation",
      description = "Its state, when it is due and how that was reckoned.")
  @APIResponse(
      responseCode = "200",
      description = "the obligation",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              schema = @Schema(implementation = ObligationView.class),
              examples = @ExampleObject(name = "open", value = EXAMPLE)))
  public Response get(@PathParam("id") UUID id) {
    return answer(obligations.get(id));
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "listObligationHistory",
      summary = "What was done with an obligation",
      description = "Every move, oldest first; those of its report among them.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ObligationHistoryView> history(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return obligations.history(id, page);
  }

  @POST
  @Path("{id}/exempt")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "exemptObligation",
      summary = "Exempt an enterprise from a report",
      description = "OPEN becomes EXEMPTED, for a reason that the enterprise reads.")
  @APIResponse(
      responseCode = "200",
      description = "exempted",
      content = @Content(schema = @Schema(implementation = ObligationView.class)))
  public Response exempt(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull Reason body) {
    return answer(obligations.exempt(id, ifMatch, body));
  }

  @POST
  @Path("{id}/cancel")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "cancelObligation",
      summary = "Cancel an obligation",
      description = "OPEN becomes CANCELLED: it should not have been opened.")
  @APIResponse(
      responseCode = "200",
      description = "cancelled",
      content = @Content(schema = @Schema(implementation = ObligationView.class)))
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Valid @NotNull Reason body) {
    return answer(obligations.cancel(id, ifMatch, body));
  }

  private static Response answer(ObligationView obligation) {
    return Response.ok(obligation).header(HttpHeaders.ETAG, Etag.of(obligation.sequence())).build();
  }
}
