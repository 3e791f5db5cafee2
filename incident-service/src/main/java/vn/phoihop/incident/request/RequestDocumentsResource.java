package vn.phoihop.incident.request;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Transfer;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/information-requests/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "request documents", description = "Files of answers")
class RequestDocumentsResource {

  private final RequestDocumentService documents;

  RequestDocumentsResource(RequestDocumentService documents) {
    this.documents = documents;
  }

  @POST
  @Transfer
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "addRequestDocument",
      summary = "Add a file for the answer",
      description =
          """
          Up to 200 MB, while it is the enterprise's turn. It is hashed, typed by its content and encrypted; nobody changes \
          it afterwards. The asker sees it once an answer names it.""")
  @APIResponse(
      responseCode = "201",
      description = "kept",
      headers = {
        @Header(
            name = "Location",
            description = "the document",
            schema = @Schema(type = SchemaType.STRING, format = "uri")),
        @Header(name = "ETag", description = "always 1", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = RequestDocumentView.class)))
  public Response add(
      @PathParam("id") UUID id,
      @RestForm("file") @NotNull @Schema(description = "the file itself") FileUpload file) {
    RequestDocumentView kept = documents.add(id, file.uploadedFile(), file.fileName());
    return Response.created(URI.create("/api/v1/request-documents/" + kept.id()))
        .header(HttpHeaders.ETAG, Etag.of(1))
        .entity(kept)
        .build();
  }

  @GET
  @RolesAllowed({Roles.AGENCY, Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "listRequestDocuments",
      summary = "List the files of an answer",
      description =
          "Oldest first: the enterprise all that it added, others those that an answer names.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<RequestDocumentView> list(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return documents.list(id, page);
  }
}
