package vn.phoihop.liaison.enterprise;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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

@Path("/api/v1/enterprises")
@Tag(name = "Enterprises", description = "The Department's register of enterprises")
class EnterpriseResource {

  private final EnterpriseService enterprises;

  EnterpriseResource(EnterpriseService enterprises) {
    this.enterprises = enterprises;
  }

  @POST
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "registerEnterprise",
      summary = "Register an enterprise",
      description =
          """
          The Department enters an enterprise that it has verified. 400: a wrong tax code (/taxCode), an unknown sector; \
          409: the tax code is registered already (/taxCode).""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RegisterEnterprise.class),
              examples = @ExampleObject(name = "operator", value = RegisterEnterprise.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Registered, VERIFIED",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnterpriseView.class),
              examples = @ExampleObject(name = "verified", value = EnterpriseView.EXAMPLE)))
  public Response register(@NotNull @Valid RegisterEnterprise body) {
    EnterpriseView view = enterprises.register(body);
    return Response.created(URI.create("/api/v1/enterprises/" + view.id()))
        .header(HttpHeaders.ETAG, Etag.of(view.sequence()))
        .entity(view)
        .build();
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "listEnterprises",
      summary = "List enterprises",
      description = "Newest first, all of them for the Department; an enterprise sees itself.")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<EnterpriseSummary> list(
      @QueryParam("taxCode")
          @Size(max = 14)
          @Parameter(description = "only the one with this tax code", example = "9900123459")
          @Nullable String taxCode,
      @Valid @BeanParam PageRequest page) {
    return enterprises.page(taxCode, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "readEnterprise",
      summary = "Read an enterprise",
      description = "With its leader's contact, so each reading is recorded.")
  @APIResponse(
      responseCode = "200",
      description = "The enterprise",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnterpriseView.class),
              examples = @ExampleObject(name = "verified", value = EnterpriseView.EXAMPLE)))
  public Response read(@PathParam("id") UUID id) {
    return ok(enterprises.read(id));
  }

  @POST
  @Path("/{id}/activate")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent(secrets = "enrolment")
  @Operation(
      operationId = "activateEnterprise",
      summary = "Activate an enterprise",
      description =
          """
          From VERIFIED. The answer shows an enrolment code, good for seven days and once; the service mails it to the \
          enterprise's leader itself. A replayed answer lacks it.""")
  @APIResponse(
      responseCode = "200",
      description = "ACTIVE, with the code",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnterpriseView.class),
              examples = @ExampleObject(name = "active", value = EnterpriseView.ACTIVE_EXAMPLE)))
  public Response activate(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ok(enterprises.activate(id, ifMatch));
  }

  @POST
  @Path("/{id}/enrolment-codes")
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent(secrets = "code")
  @Operation(
      operationId = "issueEnrolmentCode",
      summary = "Issue a new enrolment code",
      description =
          """
          For an ACTIVE enterprise; a former code is void at once. The new one is shown once and mailed to the leader. \
          Enrolling with it rotates the secret.""")
  @APIResponse(
      responseCode = "201",
      description = "The code",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EnrolmentCodeView.class),
              examples = @ExampleObject(name = "code", value = EnrolmentCodeView.EXAMPLE)))
  public Response issueCode(@PathParam("id") UUID id) {
    return Response.status(Response.Status.CREATED).entity(enterprises.issueCode(id)).build();
  }

  private static Response ok(EnterpriseView view) {
    return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.sequence())).build();
  }
}
