package vn.phoihop.incident.request;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    requiredProperties = {"id", "requestId", "fileName", "mediaType", "sizeBytes", "sha256", "at"})
record RequestDocumentView(
    UUID id,
    UUID requestId,
    @Schema(examples = "thue-bao-0912345678.pdf") String fileName,
    @Schema(
            description = "found from the content, not believed from the name",
            examples = "application/pdf")
        String mediaType,
    @Schema(examples = "48213") long sizeBytes,
    @Schema(
            description = "of the file as received, lower-case hex",
            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,
    Instant at) {

  static RequestDocumentView of(RequestDocument document) {
    return new RequestDocumentView(
        document.id(),
        document.requestId(),
        document.fileName(),
        document.mediaType(),
        document.sizeBytes(),
        document.sha256(),
        document.at());
  }
}
