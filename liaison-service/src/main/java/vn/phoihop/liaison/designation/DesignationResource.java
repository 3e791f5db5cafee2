package vn.phoihop.liaison.designation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

@Path("/api/v1/designations")
@Tag(name = "Designations", description = "Whom an enterprise names in writing (letter, O1)")
class DesignationResource {

  private final DesignationService designations;
  private final DirectoryService directory;

  DesignationResource(DesignationService designations, DirectoryService directory) {
    this.designations = designations;
    this.directory = directory;
  }

  @GET
  @RolesAllowed(Roles.DEPARTMENT)
  @Operation(
      operationId = "listDesignations",
      summary = "List all designations",
      description =
          """
          The Department aggregates them (letter, O1); newest first. Names of persons: each reading is recorded.""")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<DesignationSummary> list(
      @QueryParam("state")
          @Parameter(description = "only those in this state", example = "UNDER_REVIEW")
          @Nullable DesignationState state,
      @Valid @BeanParam PageRequest page) {
    return directory.all(state, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "readDesignation",
      summary = "Read a designation",
      description =
          """
          With its history. A person's data: each reading is recorded.""")
  @APIResponse(
      responseCode = "200",
      description = "The designation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  public Response read(@PathParam("id") UUID id) {
    return ok(directory.read(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.ENTERPRISE)
  @Operation(
      operationId = "rewriteDesignation",
      summary = "Write a draft anew",
      description =
          """
          The whole content, in DRAFT or RETURNED; the signed document stays. Whoever writes it is the drafter from now on.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DesignateLiaison.class),
              examples = @ExampleObject(name = "example", value = DesignateLiaison.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The designation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  @APIResponse(
      responseCode = "409",
      description = "No longer a draft",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response rewrite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @NotNull @Valid DesignateLiaison body) {
    return ok(designations.rewrite(id, body, ifMatch));
  }

  @POST
  @Path("/{id}/submit")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "submitDesignation",
      summary = "Submit a designation",
      description =
          """
          From DRAFT or RETURNED, with the signed document. Of two persons one drafts and the other submits (403 otherwise); a \
          machine counts as the organisation. 409 without a document.""")
  @APIResponse(
      responseCode = "200",
      description = "The designation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  public Response submit(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ok(designations.submit(id, ifMatch));
  }

  @POST
  @Path("/{id}/withdraw")
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "withdrawDesignation",
      summary = "Withdraw a designation",
      description =
          """
          Before it is decided; the record stays.""")
  @APIResponse(
      responseCode = "200",
      description = "The designation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  public Response withdraw(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ok(designations.withdraw(id, ifMatch));
  }

  @POST
  @Path("/{id}/approve")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "approveDesignation",
      summary = "Approve a designation",
      description =
          """
          It is ACTIVE at once; an active primary is superseded in the same transaction. The account and the invitation by \
          e-mail follow. 409 where its last day is over.""")
  @APIResponse(
      responseCode = "200",
      description = "The designation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  public Response approve(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ok(designations.approve(id, ifMatch));
  }

  @POST
  @Path("/{id}/return")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "returnDesignation",
      summary = "Return a designation for correction",
      description =
          """
          With reasons of RETURN_REASONS; the enterprise mends and submits it again.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Reasons.class),
              examples = @ExampleObject(name = "example", value = Reasons.RETURN_EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The designation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  public Response returnFor(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @NotNull @Valid Reasons body) {
    return ok(designations.returnFor(id, body, ifMatch));
  }

  @POST
  @Path("/{id}/reject")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "rejectDesignation",
      summary = "Reject a designation",
      description =
          """
          With reasons of RETURN_REASONS; for good.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Reasons.class),
              examples = @ExampleObject(name = "example", value = Reasons.RETURN_EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The designation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @NotNull @Valid Reasons body) {
    return ok(designations.reject(id, body, ifMatch));
  }

  @POST
  @Path("/{id}/revoke")
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Idempotent
  @Operation(
      operationId = "revokeDesignation",
      summary = "Revoke a designation",
      description =
          """
          With reasons of REVOKE_REASONS, by the enterprise or the Department; the person may no longer log in.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Reasons.class),
              examples = @ExampleObject(name = "example", value = Reasons.REVOKE_EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The designation",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  public Response revoke(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @NotNull @Valid Reasons body) {
    return ok(designations.revoke(id, body, ifMatch));
  }

  private static Response ok(DesignationView view) {
    return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.sequence())).build();
  }
}
