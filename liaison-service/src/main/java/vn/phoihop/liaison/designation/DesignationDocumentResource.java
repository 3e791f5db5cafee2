package vn.phoihop.liaison.designation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.document.SpooledFile;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Transfer;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/designations/{id}/document")
@Tag(name = "Designations", description = "Whom an enterprise names in writing (letter, O1)")
class DesignationDocumentResource {

  private static final String PDF = "application/pdf";

  private final DesignationDocumentService documents;
  private final PdfUpload uploads;

  DesignationDocumentResource(DesignationDocumentService documents, PdfUpload uploads) {
    this.documents = documents;
    this.uploads = uploads;
  }

  @PUT
  @Transfer
  @Consumes(PDF)
  @RolesAllowed(Roles.ENTERPRISE)
  @Operation(
      operationId = "putDesignationDocument",
      summary = "Hand in the signed document",
      description =
          """
          The PDF itself, at most 20 MB, in DRAFT or RETURNED; a former file is replaced. It is hashed, checked by its \
          content and encrypted. 413: too large; 415: not a PDF, whatever it is called.""")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "Received",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DocumentView.class),
              examples = @ExampleObject(name = "example", value = DocumentView.EXAMPLE)))
  @APIResponse(
      responseCode = "409",
      description = "No longer a draft",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response put(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      InputStream body) {
    documents.requireOpen(id, ifMatch);
    try (SpooledFile file = uploads.receive(body)) {
      DocumentView view = documents.attach(id, file, ifMatch);
      return Response.ok(view).header(HttpHeaders.ETAG, Etag.of(view.sequence())).build();
    }
  }

  @GET
  @Transfer
  @Produces(PDF)
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "readDesignationDocument",
      summary = "Read the signed document",
      description =
          """
          The PDF as it was received, verified against its SHA-256 while it is read; each reading is recorded. The answer's \
          ETag is the SHA-256.""")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response read(@PathParam("id") UUID id) {
    DesignationDocumentService.Opened opened = documents.open(id);
    DocumentView document = opened.view();
    StreamingOutput file = out -> documents.copyTo(opened, out);
    return Response.ok(file, PDF)
        .header(HttpHeaders.CONTENT_LENGTH, document.sizeBytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"designation-" + id + ".pdf\"")
        .header(HttpHeaders.ETAG, "\"" + document.sha256() + "\"")
        .build();
  }
}
