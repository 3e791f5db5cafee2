package vn.phoihop.liaison.designation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

@Path("/api/v1/enterprises/{id}/designations")
@Tag(name = "Designations", description = "Whom an enterprise names in writing (letter, O1)")
class EnterpriseDesignationsResource {

  private final DesignationService designations;
  private final DirectoryService directory;

  EnterpriseDesignationsResource(DesignationService designations, DirectoryService directory) {
    this.designations = designations;
    this.directory = directory;
  }

  @POST
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "draftDesignation",
      summary = "Draft a designation",
      description =
          """
          The enterprise writes down whom it designates and by which paper. Nothing holds before the Department approves. \
          400: dates that make no sense, an unknown sector; 404: another enterprise's id; 409: the enterprise is not active.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DesignateLiaison.class),
              examples = @ExampleObject(name = "example", value = DesignateLiaison.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Drafted",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DesignationView.class),
              examples = @ExampleObject(name = "example", value = DesignationView.EXAMPLE)))
  public Response draft(@PathParam("id") UUID id, @NotNull @Valid DesignateLiaison body) {
    DesignationView view = designations.draft(id, body);
    return Response.created(URI.create("/api/v1/designations/" + view.id()))
        .header(HttpHeaders.ETAG, Etag.of(view.sequence()))
        .entity(view)
        .build();
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "listEnterpriseDesignations",
      summary = "List an enterprise's designations",
      description =
          """
          Newest first, in every state. Names of persons: each reading is recorded.""")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<DesignationSummary> list(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return directory.ofEnterprise(id, page);
  }
}
