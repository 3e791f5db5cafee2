package vn.phoihop.reporting.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/report-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "What enterprises report, and what the Department says of it")
class RuleResource {

  private final ReportReadService reading;

  RuleResource(ReportReadService reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Operation(
      operationId = "listReportRules",
      summary = "List the cross-checks of reports",
      description = "What each rule asks, in Vietnamese and English.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<RuleView> list(@Valid @BeanParam PageRequest page) {
    return reading.rules(page);
  }
}
