package vn.phoihop.incident.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Transfer;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/incidents/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence", description = "Files that prove a report")
class IncidentEvidenceResource {

  private final EvidenceService evidence;

  IncidentEvidenceResource(EvidenceService evidence) {
    this.evidence = evidence;
  }

  @POST
  @Transfer
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.ENTERPRISE)
  @Idempotent
  @Operation(
      operationId = "addEvidence",
      summary = "Add a file of evidence",
      description =
          """
          Up to 200 MB. It is hashed, typed by its content, encrypted and sealed; nobody changes it afterwards. All who \
          read the incident read it.""")
  @APIResponse(
      responseCode = "201",
      description = "sealed",
      headers = {
        @Header(
            name = "Location",
            description = "the evidence",
            schema = @Schema(type = SchemaType.STRING, format = "uri")),
        @Header(name = "ETag", description = "always 1", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = EvidenceView.class)))
  public Response add(
      @PathParam("id") UUID id,
      @RestForm("file") @NotNull @Schema(description = "the file itself") FileUpload file,
      @RestForm("description") @Size(max = 1000) @Pattern(regexp = "[^\\x00]*")
          @Nullable String description) {
    EvidenceView sealed = evidence.seal(id, file.uploadedFile(), file.fileName(), description);
    return Response.created(URI.create("/api/v1/evidence/" + sealed.id()))
        .header(HttpHeaders.ETAG, Etag.of(1))
        .entity(sealed)
        .build();
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  @Operation(
      operationId = "listEvidence",
      summary = "List the evidence of an incident",
      description = "Oldest first.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<EvidenceView> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return evidence.list(id, page);
  }
}
