package vn.phoihop.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The document of RFC 9457. */
@Schema(
    name = "Problem",
    description =
        "RFC 9457 problem document. title and detail are Vietnamese or English, by Accept-Language.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    @Schema(
            description = "stable kind of the refusal, described in docs/problems.md",
            examples = "urn:phoihop:problem:invalid",
            required = true)
        String type,
    @Schema(examples = "Dữ liệu không hợp lệ", required = true) String title,
    @Schema(description = "the HTTP status", examples = "400", required = true) int status,
    @Schema(examples = "Một hoặc nhiều trường không hợp lệ; xem errors.") String detail,
    @Schema(description = "find the refusal in our logs by it", required = true) String traceId,
    @Schema(description = "what is wrong, field by field") List<Entry> errors,
    @JsonIgnore @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

  /** One field's fault. */
  @Schema(name = "ProblemError")
  public record Entry(
      @Schema(
              description =
                  "JSON Pointer (RFC 6901) into the body, or header:Name, query:name, path:name",
              examples = "/indicators/0/value",
              required = true)
          String pointer,
      @Schema(description = "stable code", examples = "REQUIRED", required = true) String code,
      @Schema(examples = "Trường này là bắt buộc.", required = true) String message) {}
}
