package vn.phoihop.incident.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request as its caller may read it: the header alone, or whole.
 *
 * @param asked null where the caller reads the header alone
 * @param course null where the caller reads the header alone
 */
@Schema(
    description =
        "Who reads the header alone gets no more than the required members, dueAt and completeness.",
    requiredProperties = {
      "id",
      "number",
      "asker",
      "enterpriseId",
      "priority",
      "state",
      "flags",
      "sequence"
    })
record RequestView(
    @JsonUnwrapped RequestHeader header,
    @Schema(description = "counts every change; the number in the ETag") long sequence,
    @JsonUnwrapped @Nullable AskedView asked,
    @JsonUnwrapped @Nullable CourseView course) {}
