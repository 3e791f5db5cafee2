package vn.phoihop.reporting.enterprise;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/enterprises")
@Tag(name = "enterprises", description = "Of whom reports are asked")
class EnterpriseResource {

  private final EnterpriseService enterprises;

  EnterpriseResource(EnterpriseService enterprises) {
    this.enterprises = enterprises;
  }

  @GET
  @RolesAllowed(Roles.DEPARTMENT)
  @Operation(
      operationId = "listReportingEnterprises",
      summary = "List the enterprises of whom reports are asked",
      description =
          """
          Latest registered first, as liaison-service's facts have arrived here: a change there shows a moment later.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<EnterpriseSummary> list(@Valid @BeanParam PageRequest page) {
    return enterprises.list(page);
  }
}
