package vn.phoihop.liaison.reference;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/reference")
@Tag(name = "Reference data", description = "Lists of codes, routing, deadlines: what codes mean")
class ReferenceResource {

  private final ReferenceService lists;

  ReferenceResource(ReferenceService lists) {
    this.lists = lists;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listReference",
      summary = "List the lists",
      description = "The name and version of each list; public.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<ReferenceSummary> list(@Valid @BeanParam PageRequest page) {
    return lists.page(page);
  }

  @GET
  @Path("/{list}")
  @PermitAll
  @Operation(
      operationId = "readReference",
      summary = "Read a list",
      description =
          """
          The list whole, as published last; public. confirmed: false marks what nobody has checked against its source \
          yet; a legal basis needs a lawyer before it is printed.""")
  @APIResponse(
      responseCode = "200",
      description = "The list",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReferenceView.class),
              examples = @ExampleObject(name = "reasons", value = ReferenceView.EXAMPLE)))
  public Response read(
      @PathParam("list") @Parameter(description = "name", example = "DISMISS_REASONS")
          String list) {
    return ok(lists.read(list));
  }

  @PUT
  @Path("/{list}")
  @RolesAllowed(Roles.DEPARTMENT)
  @Operation(
      operationId = "publishReference",
      summary = "Publish a new version of a list",
      description =
          """
          Replaces the list whole; all services are told. If-Match names the version that was read. 400 names the items \
          that lack what the list's items need, or occur twice.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = PublishList.class),
              examples = @ExampleObject(name = "reasons", value = PublishList.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The new version",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReferenceView.class),
              examples = @ExampleObject(name = "reasons", value = ReferenceView.EXAMPLE)))
  public Response publish(
      @PathParam("list") @Parameter(description = "name", example = "DISMISS_REASONS") String list,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @NotNull @Valid PublishList body) {
    return ok(lists.publish(list, body, ifMatch));
  }

  private static Response ok(ReferenceView view) {
    return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.version())).build();
  }
}
