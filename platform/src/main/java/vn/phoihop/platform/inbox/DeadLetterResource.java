package vn.phoihop.platform.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/dead-letters")
@Tag(name = "operation")
@RolesAllowed(Roles.OPERATOR)
class DeadLetterResource {

  private final DeadLetterService letters;

  DeadLetterResource(DeadLetterService letters) {
    this.letters = letters;
  }

  @GET
  @Operation(
      operationId = "listDeadLetters",
      summary = "Lists dead letters",
      description =
          "Records of other services that a consumer here could not take, newest first: where they came from and why they failed, never what is in them.")
  @APIResponse(responseCode = "200", description = "a page")
  public Page<DeadLetterView> list(
      @QueryParam("redriven")
          @DefaultValue("false")
          @Parameter(description = "true: those that were taken since")
          boolean redriven,
      @Valid @BeanParam PageRequest page) {
    return letters.list(redriven, page);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "readDeadLetter",
      summary = "Reads a dead letter",
      description = "Where the record came from, why it failed, and what attempts since came to.")
  @APIResponse(responseCode = "200", description = "the dead letter")
  public DeadLetterView read(@PathParam("id") UUID id) {
    return letters.read(id);
  }

  @POST
  @Path("{id}/redrive")
  @Idempotent
  @Operation(
      operationId = "redriveDeadLetter",
      summary = "Takes a dead letter again",
      description =
          "Gives the record to its consumer once more, after the cause was mended; the effect and the mark are one transaction. A record that was redriven already stays so and takes no effect twice.")
  @APIResponse(responseCode = "200", description = "taken; `outcome` is REDRIVEN")
  @APIResponse(
      responseCode = "409",
      description = "the record failed again (`still-poison`); `reason` is the class of failure")
  public DeadLetterView redrive(@PathParam("id") UUID id) {
    return letters.redrive(id);
  }
}
