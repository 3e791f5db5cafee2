package vn.phoihop.reporting.consolidation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.reporting.document.DocumentFormat;
import vn.phoihop.reporting.document.Documents;

@Path("/api/v1/consolidated-reports/{id}/document")
@Tag(name = "consolidated reports")
class ConsolidatedDocumentResource {

  private final ConsolidatedDocumentService content;
  private final Documents documents;

  ConsolidatedDocumentResource(ConsolidatedDocumentService content, Documents documents) {
    this.content = content;
    this.documents = documents;
  }

  @GET
  @Produces({DocumentFormat.DOCX_TYPE, DocumentFormat.XLSX_TYPE, DocumentFormat.PDF_TYPE})
  @RolesAllowed(Roles.DEPARTMENT)
  @Operation(
      operationId = "getConsolidatedDocument",
      summary = "Download the official document",
      description =
          """
          In Vietnamese, laid out as Decree 30/2020 asks: `docx` to be worked on, `pdf` (PDF/A-1b) to be kept, `xlsx` with \
          the figures, each enterprise's share and the report version that it comes from. Made of what was frozen and \
          signed alone; number, day and signer are blank until it is signed. 409 before it is frozen. Each download stands \
          in the audit.""")
  @APIResponse(
      responseCode = "200",
      description = "the document",
      headers = {
        @Header(
            name = "ETag",
            description = "the snapshot; with `-signed` once it is signed",
            schema = @Schema(type = SchemaType.STRING)),
        @Header(
            name = "Content-Disposition",
            description = "attachment, with its name",
            schema = @Schema(type = SchemaType.STRING))
      },
      content = {
        @Content(
            mediaType = DocumentFormat.DOCX_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = DocumentFormat.XLSX_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = DocumentFormat.PDF_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "304", description = "nothing new since `If-None-Match`")
  @APIResponse(
      responseCode = "409",
      description = "it is not frozen yet",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response document(
      @PathParam("id") UUID id,
      @QueryParam("format")
          @NotNull
          @Pattern(regexp = "docx|xlsx|pdf")
          @Parameter(
              required = true,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"docx", "xlsx", "pdf"}))
          String format,
      @Context Request request) {
    DocumentRequest document =
        content.document(id, DocumentFormat.valueOf(format.toUpperCase(Locale.ROOT)));
    ResponseBuilder unchanged = request.evaluatePreconditions(new EntityTag(document.tag()));
    if (unchanged != null) {
      return unchanged.build();
    }
    byte[] file = documents.make(document.format(), document.content(), document.sources());
    return Response.ok(file, document.format().mediaType())
        .header(HttpHeaders.ETAG, "\"" + document.tag() + "\"")
        .header(HttpHeaders.CONTENT_DISPOSITION, document.disposition())
        .build();
  }
}
