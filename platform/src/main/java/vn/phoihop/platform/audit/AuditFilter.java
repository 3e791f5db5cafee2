package vn.phoihop.platform.audit;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.ProblemException;

/** Which entries are asked for. */
class AuditFilter {

  @QueryParam("objectId")
  @Parameter(description = "acts on this object alone")
  @Nullable UUID objectId;

  @QueryParam("from")
  @Parameter(
      description = "acts at or after this time",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "acts before this time",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String to;

  Instant from() {
    return from == null ? Instant.EPOCH : instant("query:from", from);
  }

  Instant to() {
    return to == null ? Instant.parse("9999-12-31T00:00:00Z") : instant("query:to", to);
  }

  String scope() {
    return "audit?" + objectId + "&" + from + "&" + to;
  }

  private static Instant instant(String pointer, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.invalid(pointer, "FORMAT");
    }
  }
}
