package vn.phoihop.reporting.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics", description = "How much, as recorded; kept as the facts arrive")
class StatisticsResource {

  private static final String EXAMPLE =
      """
      {"period": "2026-H2", "asOf": "2026-11-25T03:00:00Z", "items": [
        {"enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
         "enterpriseName": "Công ty Cổ phần Viễn thông Thăng Long",
         "figures": [{"violationType": "TEL_BYPASS_SIMBOX", "detected": 3, "reported": 3, "handled": 1, "transferred": 2,
           "damageVnd": 450000000, "preventedVnd": 120000000}],
         "totals": {"detected": 3, "reported": 3, "handled": 1, "transferred": 2, "damageVnd": 450000000,
           "preventedVnd": 120000000, "requestsReceived": 4, "answered": 4, "answeredOnTime": 3, "partial": 1,
           "refused": 0, "measures": 2, "exchangesSent": 1, "exchangesReceived": 0},
         "onTimePercent": 75}]}""";

  private final FigureService figures;

  StatisticsResource(FigureService figures) {
    this.figures = figures;
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "readStatistics",
      summary = "Read the figures of a period",
      description =
          """
          The Department reads every enterprise's, an enterprise its own. An incident counts in the period in which its \
          first version was received, under each type of its last version, and once in the totals; a request in the \
          period in which it was issued, a measure in that of its start. Damage that an ended measure prevented counts \
          with its incident.""")
  @APIResponse(
      responseCode = "200",
      description = "a page",
      content =
          @Content(
              schema = @Schema(implementation = StatisticsView.class),
              examples = @ExampleObject(name = "a page", value = EXAMPLE)))
  public StatisticsView read(
      @QueryParam("period")
          @Size(min = 1, max = 10)
          @Parameter(
              description = "`2026-H1` or the like; default: the running one",
              example = "2026-H2")
          @Nullable String period,
      @QueryParam("enterpriseId") @Parameter(description = "this enterprise alone")
          @Nullable UUID enterpriseId,
      @Valid @BeanParam PageRequest page) {
    return figures.statistics(period, enterpriseId, page);
  }
}
