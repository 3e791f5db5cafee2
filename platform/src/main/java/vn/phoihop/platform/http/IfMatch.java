package vn.phoihop.platform.http;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/** The header If-Match (RFC 9110 §13.1.1): a list of strong tags, or *. Weak tags match nothing. */
@Schema(
    implementation = String.class,
    description = "the `ETag` of the version that you read, or `*`",
    examples = "\"3\"")
public final class IfMatch {

  private final List<String> tags;

  private IfMatch(List<String> tags) {
    this.tags = tags;
  }

  /** Called by JAX-RS. */
  public static IfMatch fromString(String header) {
    return new IfMatch(Arrays.stream(header.split(",")).map(String::strip).toList());
  }

  /** Where the header is optional: 412 if it is there and stale. */
  public static void check(@Nullable IfMatch header, long sequence) {
    if (header != null && !header.tags.contains("*") && !header.tags.contains(Etag.of(sequence))) {
      throw ProblemException.of(CommonProblem.PRECONDITION_FAILED);
    }
  }

  /** Where the header is required: 428 without it, 412 if it is stale. */
  public static void require(@Nullable IfMatch header, long sequence) {
    if (header == null) {
      throw ProblemException.of(CommonProblem.PRECONDITION_REQUIRED)
          .field("header:If-Match", "REQUIRED");
    }
    check(header, sequence);
  }
}
