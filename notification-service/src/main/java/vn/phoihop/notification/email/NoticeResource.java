package vn.phoihop.notification.email;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Notices",
    description =
        "E-mails and short messages to an enterprise's people and to an authority's duty desk: who was"
            + " told of what, when, and who was not")
class NoticeResource {

  private final NoticeLedgerService service;

  NoticeResource(NoticeLedgerService service) {
    this.service = service;
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "listNotices",
      summary = "List notices",
      description =
          "Newest first. An enterprise sees those to its own people: the proof that its leader was told"
              + " too; an agency those about its own webhooks, and about grave events that they could"
              + " not take. The Department and the operator see all; nobody sees an address.")
  @APIResponse(
      responseCode = "200",
      description = "A page of notices.",
      content =
          @Content(
              schema = @Schema(implementation = NoticePage.class),
              examples = @ExampleObject(name = "one", value = NoticeView.PAGE_EXAMPLE)))
  public Page<NoticeView> list(
      @Valid @BeanParam PageRequest page, @Valid @BeanParam NoticeFilter filter) {
    return service.list(page, filter);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "readNotice",
      summary = "Read a notice",
      description = "By the id that is the local part of the mail's Message-ID.")
  @APIResponse(
      responseCode = "200",
      description = "The notice.",
      content =
          @Content(
              schema = @Schema(implementation = NoticeView.class),
              examples = @ExampleObject(name = "sent", value = NoticeView.EXAMPLE)))
  public Response get(@Parameter(description = "the notice's id") @PathParam("id") UUID id) {
    NoticeView view = service.get(id);
    return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.sequence())).build();
  }

  @POST
  @Path("/{id}/bounce")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      operationId = "reportBounce",
      summary = "Report that a mail came back",
      description =
          "For the mail system that receives bounces: the id is the local part of the Message-ID that"
              + " the delivery status notification names. The person is marked as unreachable, the"
              + " Department is alerted, and the deputy gets the notice in the liaison's place. Saying it"
              + " again changes nothing. 409: the mail was never taken by the mail server.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = ReportBounce.class),
              examples = @ExampleObject(name = "no such mailbox", value = ReportBounce.EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "Accepted; the notice as it stands, BOUNCED within moments.",
      content =
          @Content(
              schema = @Schema(implementation = NoticeView.class),
              examples = @ExampleObject(name = "sent", value = NoticeView.EXAMPLE)))
  public Response bounce(
      @Parameter(description = "the notice's id") @PathParam("id") UUID id,
      @Valid @NotNull ReportBounce body) {
    return Response.accepted(service.bounced(id, body)).build();
  }
}
