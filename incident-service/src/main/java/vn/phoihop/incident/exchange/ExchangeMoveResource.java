package vn.phoihop.incident.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

/** What owners and recipients do; docs/states/exchange.md and receipt.md draw it. */
@Path("/api/v1/exchanges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "exchange moves",
    description = "What becomes of a warning, at its owner and at its recipients")
class ExchangeMoveResource {

  private final ExchangeService exchanges;
  private final ReceiptService receipts;

  ExchangeMoveResource(ExchangeService exchanges, ReceiptService receipts) {
    this.exchanges = exchanges;
    this.receipts = receipts;
  }

  @POST
  @Path("{id}/publish")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "publishExchange",
      summary = "Publish a draft",
      description =
          """
          The owner only. Checked as at the first sending: times may have passed, recipients closed.""")
  @APIResponse(
      responseCode = "200",
      description = "published",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExchangeView.class)))
  public Response publish(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return ExchangeResource.answer(exchanges.publish(id, ifMatch));
  }

  @POST
  @Path("{id}/correct")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "correctExchange",
      summary = "Correct an exchange",
      description =
          """
          The owner only. The whole content anew becomes the next version, and goes to the same recipients; their receipts \
          of the former one stay.""")
  @APIResponse(
      responseCode = "200",
      description = "corrected",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExchangeView.class)))
  public Response correct(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = CorrectExchange.class),
                      examples =
                          @ExampleObject(name = "correction", value = ExchangeExamples.CORRECTION)))
          @Valid
          @NotNull
          CorrectExchange body) {
    return ExchangeResource.answer(exchanges.correct(id, ifMatch, body));
  }

  @POST
  @Path("{id}/recall")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "recallExchange",
      summary = "Recall an exchange",
      description =
          """
          The owner only. From the moment of the answer no recipient is given its content; each keeps the header with the \
          reason, and confirms.""")
  @APIResponse(
      responseCode = "200",
      description = "recalled",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExchangeView.class)))
  public Response recall(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = RecallExchange.class),
                      examples = @ExampleObject(name = "recall", value = ExchangeExamples.RECALL)))
          @Valid
          @NotNull
          RecallExchange body) {
    return ExchangeResource.answer(exchanges.recall(id, ifMatch, body));
  }

  @POST
  @Path("{id}/acknowledge")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "acknowledgeExchange",
      summary = "Say what came of it",
      description =
          """
          A recipient only: what it did about the last version; it may say so again. Answers the receipt and nothing of the \
          content.""")
  @APIResponse(
      responseCode = "200",
      description = "acknowledged",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReceiptView.class),
              examples = @ExampleObject(name = "receipt", value = ExchangeExamples.RECEIPT)))
  public ReceiptView acknowledge(
      @PathParam("id") UUID id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = AcknowledgeExchange.class),
                      examples =
                          @ExampleObject(
                              name = "acknowledgement",
                              value = ExchangeExamples.ACKNOWLEDGEMENT)))
          @Valid
          @NotNull
          AcknowledgeExchange body) {
    return receipts.acknowledge(id, body);
  }

  @POST
  @Path("{id}/confirm-recall")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "confirmRecallOfExchange",
      summary = "Confirm a recall",
      description =
          """
          A recipient only: it no longer uses what was recalled, and has undone what it did by it.""")
  @APIResponse(
      responseCode = "200",
      description = "confirmed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReceiptView.class),
              examples = @ExampleObject(name = "receipt", value = ExchangeExamples.RECEIPT)))
  public ReceiptView confirmRecall(@PathParam("id") UUID id) {
    return receipts.confirmRecall(id);
  }
}
