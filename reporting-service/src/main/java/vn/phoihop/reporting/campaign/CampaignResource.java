package vn.phoihop.reporting.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns", description = "Reports that the Department asks for ad hoc")
class CampaignResource {

  static final String EXAMPLE =
      """
      {"title": "Báo cáo đột xuất về SIM box", "description": "Số vụ, thiết bị thu giữ và thiệt hại đến nay",
       "sectors": ["TELECOM_MOBILE"], "dueAt": "2027-12-10T17:00:00Z"}""";

  private final CampaignService campaigns;

  CampaignResource(CampaignService campaigns) {
    this.campaigns = campaigns;
  }

  @POST
  @RolesAllowed(Roles.DEPARTMENT)
  @Idempotent
  @Operation(
      operationId = "launchCampaign",
      summary = "Ask for a report ad hoc",
      description =
          """
          Opens an obligation for each active enterprise of these sectors, for these enterprises, or for all; the report \
          goes the way of the six-monthly one, but is not consolidated with those.""")
  @APIResponse(
      responseCode = "201",
      description = "launched; the obligations are open",
      headers =
          @Header(
              name = "Location",
              description = "the campaign",
              schema = @Schema(type = SchemaType.STRING, format = "uri")),
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  public Response launch(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(implementation = LaunchCampaign.class),
                      examples = @ExampleObject(name = "by sector", value = EXAMPLE)))
          @Valid
          @NotNull
          LaunchCampaign body) {
    CampaignView campaign = campaigns.launch(body);
    return Response.created(URI.create("/api/v1/campaigns/" + campaign.id()))
        .entity(campaign)
        .build();
  }

  @GET
  @RolesAllowed(Roles.DEPARTMENT)
  @Operation(
      operationId = "listCampaigns",
      summary = "List campaigns",
      description = "Latest first.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<CampaignView> list(@Valid @BeanParam PageRequest page) {
    return campaigns.list(page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.DEPARTMENT)
  @Operation(
      operationId = "getCampaign",
      summary = "Read a campaign",
      description = "Its obligations are listed by `GET /obligations?campaignId=`.")
  @APIResponse(responseCode = "200", description = "the campaign")
  public CampaignView get(@PathParam("id") UUID id) {
    return campaigns.get(id);
  }
}
