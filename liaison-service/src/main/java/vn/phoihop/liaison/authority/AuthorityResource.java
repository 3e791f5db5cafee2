package vn.phoihop.liaison.authority;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;

@Path("/api/v1/authorities")
@Tag(name = "Authorities", description = "Who works together, and whom to contact (letter, O5)")
class AuthorityResource {

  private final AuthorityService authorities;

  AuthorityResource(AuthorityService authorities) {
    this.authorities = authorities;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listAuthorities",
      summary = "List the authorities",
      description =
          """
          Public: the letter's four authorities, the Inspectorate with its contact, the recipients of consolidated \
          reports. Names and parents have changed since 2007: each is given with all of its names, and by the one it had \
          on the day asked for.""")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<AuthorityView> list(
      @QueryParam("asOf")
          @Size(max = 10)
          @Parameter(
              description = "a day in Hanoi; today if absent",
              example = "2007-07-12",
              schema = @Schema(format = "date"))
          @Nullable String asOf,
      @Valid @BeanParam PageRequest page) {
    return authorities.page(asOf, page);
  }
}
