package vn.phoihop.incident.request;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonPropertyOrder({
  "id",
  "number",
  "state",
  "asker",
  "enterpriseId",
  "enterpriseName",
  "priority",
  "dueAt",
  "completeness",
  "flags",
  "visibleSince"
})
@Schema(
    requiredProperties = {
      "id",
      "number",
      "asker",
      "enterpriseId",
      "priority",
      "state",
      "flags",
      "visibleSince"
    })
record RequestSummary(
    @JsonUnwrapped RequestHeader header,
    @Schema(description = "since when the caller reads it; the list goes by it, latest first")
        Instant visibleSince) {}
