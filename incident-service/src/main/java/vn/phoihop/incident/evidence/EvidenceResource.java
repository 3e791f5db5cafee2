package vn.phoihop.incident.evidence;

import jakarta.annotation.security.RolesAllowed;
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
import vn.phoihop.platform.http.Transfer;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/evidence/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence", description = "Files that prove a report")
class EvidenceResource {

  private final EvidenceService evidence;

  EvidenceResource(EvidenceService evidence) {
    this.evidence = evidence;
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "getEvidence",
      summary = "Read about a file of evidence",
      description = "Its name, hash, type and size; not the file itself.")
  @APIResponse(
      responseCode = "200",
      description = "about the file",
      headers =
          @Header(
              name = "ETag",
              description = "always 1",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = EvidenceView.class)))
  public Response get(@PathParam("id") UUID id) {
    return Response.ok(evidence.get(id)).header(HttpHeaders.ETAG, Etag.of(1)).build();
  }

  @GET
  @Transfer
  @Path("content")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "getEvidenceContent",
      summary = "Download a file of evidence",
      description =
          """
          Verified while it is read: a stream that ends early is not the file. Each download stands in the chain of \
          custody and in the audit. Always sent as a download of unspecified type; `mediaType` says what it is.""")
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
    EvidenceView handed = evidence.handOut(id);
    StreamingOutput body = out -> evidence.copyTo(id, out);
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_LENGTH, handed.sizeBytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(handed.fileName()))
        .build();
  }
}
