package vn.phoihop.notification.signing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/webhook-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook keys", description = "What signatures v1a are verified with")
class WebhookKeyResource {

  private static final String EXAMPLE =
      """
      {"items": [{"id": "c1c0e9f1a6f5d1b2", "from": "2026-03-01T00:00:00Z",
        "key": "whpk_V9rQ0Cg1ZrOwkFGrV2Bp0wC2EDJLhH5Oq4m8Z2bQ4uU="}]}""";

  private final WebhookKeys keys;
  private final Cursors cursors;

  WebhookKeyResource(WebhookKeys keys, Cursors cursors) {
    this.keys = keys;
    this.cursors = cursors;
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR, Roles.AUDITOR})
  @Operation(
      operationId = "listWebhookKeys",
      summary = "List the public keys of webhooks",
      description =
          "The installation's Ed25519 keys, with which a subscription that asks for v1a is signed. A key"
              + " is listed before it signs; while one replaces another both sign, and either verifies."
              + " Receivers pin them: read them here with a token, never from a webhook.")
  @APIResponse(
      responseCode = "200",
      description = "A page of keys.",
      content =
          @Content(
              schema = @Schema(implementation = WebhookKeyPage.class),
              examples = @ExampleObject(name = "one", value = EXAMPLE)))
  public Page<WebhookKeyView> list(@Valid @BeanParam PageRequest page) {
    List<WebhookKeyView> all = keys.all().stream().map(WebhookKeyView::of).toList();
    return cursors.pageOf(all, page, "webhook-keys", WebhookKeyView::id);
  }
}
