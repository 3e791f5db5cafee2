package vn.phoihop.liaison.enterprise;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/enrolments")
@Tag(name = "Enrolment", description = "An enterprise's systems draw their credentials")
class EnrolmentResource {

  private final Enrolment enrolment;

  EnrolmentResource(Enrolment enrolment) {
    this.enrolment = enrolment;
  }

  @POST
  @PermitAll
  @Operation(
      operationId = "enrol",
      summary = "Draw credentials with an enrolment code",
      description =
          """
          Whoever has the code, once, without a token. The answer is shown once and stored nowhere: an Idempotency-Key is \
          not heeded. Enrolling again with a newer code rotates the secret. 400: no such code; 409: the code is used, \
          expired, replaced by a newer one, or being used right now; 503: the identity provider is away, the code stays good.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Enrol.class),
              examples = @ExampleObject(name = "code", value = Enrol.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Credentials, shown once",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CredentialsView.class),
              examples = @ExampleObject(name = "credentials", value = CredentialsView.EXAMPLE)))
  @APIResponse(
      responseCode = "409",
      description = "The code is spent, or being used right now",
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  public Response enrol(@NotNull @Valid Enrol body) {
    return Response.status(Response.Status.CREATED).entity(enrolment.enrol(body.code())).build();
  }
}
