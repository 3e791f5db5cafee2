package vn.phoihop.platform.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Transfer;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/audit")
@Tag(name = "audit", description = "Who did or read what, sealed into a signed chain")
@RolesAllowed(Roles.AUDITOR)
class AuditResource {

  private static final String NDJSON = "application/x-ndjson";

  private final AuditService audit;

  AuditResource(AuditService audit) {
    this.audit = audit;
  }

  @GET
  @Operation(
      operationId = "listAudit",
      summary = "Lists the audit trail",
      description =
          "Every write in this service and every read of a person's data, newest first: who, when, what, on which object.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<AuditEntryView> list(
      @Valid @BeanParam AuditFilter filter, @Valid @BeanParam PageRequest page) {
    return audit.list(filter, page);
  }

  @GET
  @Path("batches")
  @Operation(
      operationId = "listAuditBatches",
      summary = "Lists the chain of seals",
      description =
          "Batches of entries, newest first: the Merkle root over each one's entries, the hash of the batch before, and the signature over both. A batch that was seen once never changes: keep its hash, and the chain cannot be rewritten unseen.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<AuditBatchView> batches(@Valid @BeanParam PageRequest page) {
    return audit.batches(page);
  }

  @GET
  @Transfer
  @Path("export")
  @Produces(NDJSON)
  @Operation(
      operationId = "exportAudit",
      summary = "Exports the sealed audit trail",
      description =
          "The whole chain as lines of canonical JSON (RFC 8785): each batch, then its entries as the database has them now, and a signed last line. `deploy/audit verify` checks it without the service.")
  @APIResponse(
      responseCode = "200",
      description = "the chain",
      content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
  public StreamingOutput export() {
    return audit::export;
  }

  @GET
  @Path("key")
  @RolesAllowed({Roles.AUDITOR, Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.OPERATOR})
  @Operation(
      operationId = "readAuditKey",
      summary = "Reads the public key of the seals",
      description =
          "What the signatures of batches are checked with; compare it with what the operator published on another way.")
  @APIResponse(responseCode = "200", description = "the key")
  public AuditKeyView key() {
    return audit.key();
  }
}
