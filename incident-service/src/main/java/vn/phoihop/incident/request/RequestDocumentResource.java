package vn.phoihop.incident.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.incident.file.ContentDisposition;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Transfer;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/request-documents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "request documents", description = "Files of answers")
class RequestDocumentResource {

  private final RequestDocumentService documents;

  RequestDocumentResource(RequestDocumentService documents) {
    this.documents = documents;
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "getRequestDocument",
      summary = "Read about a file of an answer",
      description = "Its name, hash, type and size; not the file itself.")
  @APIResponse(
      responseCode = "200",
      description = "about the file",
      headers =
          @Header(
              name = "ETag",
              description = "always 1",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = RequestDocumentView.class)))
  public Response get(@PathParam("id") UUID id) {
    return Response.ok(documents.get(id)).header(HttpHeaders.ETAG, Etag.of(1)).build();
  }

  @GET
  @Transfer
  @Path("content")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "getRequestDocumentContent",
      summary = "Download a file of an answer",
      description =
          """
          Verified while it is read: a stream that ends early is not the file. Each download stands in the list of \
          downloads and in the audit. Always sent as a download of unspecified type; `mediaType` says what it is.""")
  @APIResponse(
      responseCode = "200",
      description = "the file",
      headers =
          @Header(
              name = "Content-Disposition",
              description = "attachment, with its name",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response content(@PathParam("id") UUID id) {
    RequestDocumentView handed = documents.handOut(id);
    StreamingOutput body = out -> documents.copyTo(id, out);
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_LENGTH, handed.sizeBytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(handed.fileName()))
        .build();
  }

  @GET
  @Path("downloads")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "listRequestDocumentDownloads",
      summary = "Who had the file",
      description = "Every download, oldest first.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<DownloadView> downloads(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return documents.downloads(id, page);
  }
}
