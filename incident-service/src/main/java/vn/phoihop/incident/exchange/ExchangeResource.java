package vn.phoihop.incident.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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

@Path("/api/v1/exchanges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exchanges", description = "Warnings between organisations, as far as TLP lets them go")
class ExchangeResource {

  private final ExchangeService exchanges;
  private final ExchangeReadService reading;
  private final ReceiptService receipts;

  ExchangeResource(
      ExchangeService exchanges, ExchangeReadService reading, ReceiptService receipts) {
    this.exchanges = exchanges;
    this.reading = reading;
    this.receipts = receipts;
  }

  @POST
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Idempotent
  @Operation(
      operationId = "shareExchange",
      summary = "Warn others",
      description =
          """
          It is PUBLISHED at once, or kept as a DRAFT with `draft`. `tlp` decides how far it may go, and what goes further \
          is refused with 400 and changes nothing: whole sectors at GREEN and CLEAR only; no agencies at AMBER_STRICT and \
          RED; at most five recipients at RED, whose content persons alone read. Each recipient reads it from then on, or \
          from the end of its embargo; nobody learns who else got it. The Department reads those at GREEN and CLEAR, and \
          those that are addressed to it. Indicators are normalised and flagged as in incidents.""")
  @APIResponse(
      responseCode = "201",
      description = "published, or kept as a draft",
      headers = {
        @Header(
            name = "Location",
            description = "the exchange",
            schema = @Schema(type = SchemaType.STRING, format = "uri")),
        @Header(
            name = "ETag",
            description = "its sequence",
            schema = @Schema(type = SchemaType.STRING))
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExchangeView.class)))
  public Response share(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = ShareExchange.class),
                      examples = {
                        @ExampleObject(name = "to named peers", value = ExchangeExamples.TO_PEERS),
                        @ExampleObject(name = "to sectors", value = ExchangeExamples.TO_SECTORS)
                      }))
          @Valid
          @NotNull
          ShareExchange body) {
    ExchangeView exchange = exchanges.share(body);
    return Response.created(URI.create("/api/v1/exchanges/" + exchange.id()))
        .header(HttpHeaders.ETAG, Etag.of(exchange.sequence()))
        .entity(exchange)
        .build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Operation(
      operationId = "editExchange",
      summary = "Change a draft",
      description =
          """
          The whole draft anew. What is published is corrected instead.""")
  @APIResponse(
      responseCode = "200",
      description = "changed",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExchangeView.class)))
  @APIResponse(
      responseCode = "409",
      description = "not a draft",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response edit(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = ShareExchange.class),
                      examples =
                          @ExampleObject(
                              name = "to named peers",
                              value = ExchangeExamples.TO_PEERS)))
          @Valid
          @NotNull
          ShareExchange body) {
    return answer(exchanges.edit(id, ifMatch, body));
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Operation(
      operationId = "listExchanges",
      summary = "List exchanges",
      description =
          """
          The own ones and those received, latest first by `visibleSince`. Nothing before its embargo ends; of what was \
          recalled or has expired no title.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ExchangeSummary> list(
      @Valid @BeanParam ExchangeFilter filter, @Valid @BeanParam PageRequest page) {
    return reading.list(filter, page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Operation(
      operationId = "getExchange",
      summary = "Read an exchange",
      description =
          """
          A recipient's first reading of a version makes its receipt READ. Once recalled or expired, and of RED ones for a \
          machine, there is only the header, and `withheld` says why.""")
  @APIResponse(
      responseCode = "200",
      description = "the exchange",
      headers =
          @Header(
              name = "ETag",
              description = "its sequence",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExchangeView.class),
              examples = {
                @ExampleObject(name = "as a recipient reads it", value = ExchangeExamples.READ),
                @ExampleObject(name = "recalled", value = ExchangeExamples.RECALLED)
              }))
  public Response get(@PathParam("id") UUID id) {
    return answer(reading.get(id));
  }

  @GET
  @Path("{id}/versions")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Operation(
      operationId = "listExchangeVersions",
      summary = "List the versions of an exchange",
      description =
          """
          Oldest first; none for a recipient once it is recalled or has expired.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ExchangeVersionSummary> versions(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.versions(id, page);
  }

  @GET
  @Path("{id}/versions/{n}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Operation(
      operationId = "getExchangeVersion",
      summary = "Read a version of an exchange",
      description =
          """
          As it was published; never edited.""")
  @APIResponse(responseCode = "200", description = "the version")
  public ExchangeVersionView version(@PathParam("id") UUID id, @PathParam("n") @Min(1) int n) {
    return reading.version(id, n);
  }

  @GET
  @Path("{id}/receipts")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Operation(
      operationId = "listExchangeReceipts",
      summary = "List the receipts of an exchange",
      description =
          """
          What became of a version at each recipient. The owner sees all of them, a recipient its own: who else got it is \
          nobody's to know.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ReceiptView> receipts(
      @PathParam("id") UUID id,
      @QueryParam("version")
          @Min(1)
          @Parameter(description = "of this version; the last one where not said")
          @Nullable Integer version,
      @Valid @BeanParam PageRequest page) {
    return receipts.page(id, version, page);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY, Roles.DEPARTMENT})
  @Operation(
      operationId = "listExchangeHistory",
      summary = "What was done with an exchange",
      description =
          """
          Every move, oldest first. For its owner alone; other readers are refused.""")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<ExchangeHistoryView> history(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return reading.history(id, page);
  }

  /** An exchange with its ETag. */
  static Response answer(ExchangeView exchange) {
    return Response.ok(exchange).header(HttpHeaders.ETAG, Etag.of(exchange.sequence())).build();
  }
}
