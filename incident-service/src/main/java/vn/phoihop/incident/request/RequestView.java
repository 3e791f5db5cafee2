package vn.phoihop.incident.request;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request as its caller may read it: the header alone, or whole.
 *
 * @param asked null where the caller reads the header alone
 * @param course null where the caller reads the header alone
 */
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
  "sequence",
  "version",
  "purpose",
  "legalBasis",
  "legalBasisCode",
  "document",
  "subject",
  "items",
  "caseRef",
  "emergencyGround",
  "incidentId",
  "tlp",
  "warnings",
  "createdAt",
  "issuedAt",
  "deliveredAt",
  "openedAt",
  "acknowledgeBy",
  "acknowledgedAt",
  "answeredAt",
  "onTime",
  "answer",
  "clock",
  "extension",
  "extensionUntil",
  "supportBy",
  "supportedAt",
  "supersededBy",
  "dialogue"
})
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
