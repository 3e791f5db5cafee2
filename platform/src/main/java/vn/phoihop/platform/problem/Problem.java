package vn.phoihop.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The document of RFC 9457.
 *
 * @param traceId names the refusal in the logs
 * @param members extension members, written beside the others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String traceId,
    List<Entry> errors,
    @JsonAnyGetter Map<String, Object> members) {

  /** One field's fault. */
  record Entry(String pointer, String code, String message) {}
}
