package vn.phoihop.incident.evidence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    requiredProperties = {
      "id",
      "incidentId",
      "fileName",
      "mediaType",
      "sizeBytes",
      "sha256",
      "scan",
      "at"
    })
record EvidenceView(
    UUID id,
    UUID incidentId,
    @Schema(examples = "cdr-2026-03-10.csv") String fileName,
    @Nullable String description,
    @Schema(
            description = "found from the content, not believed from the name",
            examples = "text/csv")
        String mediaType,
    @Schema(examples = "48213") long sizeBytes,
    @Schema(
            description = "of the file as received, lower-case hex",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,
    @Schema(description = "malware scan; NOT_CONFIGURED: there is no scanner") Scan scan,
    Instant at) {

  static EvidenceView of(Evidence evidence) {
    return new EvidenceView(
        evidence.id(),
        evidence.incidentId(),
        evidence.fileName(),
        evidence.description(),
        evidence.mediaType(),
        evidence.sizeBytes(),
        evidence.sha256(),
        evidence.scan(),
        evidence.at());
  }
}
