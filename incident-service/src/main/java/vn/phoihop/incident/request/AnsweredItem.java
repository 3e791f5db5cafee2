package vn.phoihop.incident.request;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"n", "status", "documents"})
record AnsweredItem(
    int n,
    AnswerStatus status,
    @Nullable String text,
    @Nullable String reasonCode,
    List<File> documents) {

  @Schema(
      name = "AnsweredItemFile",
      requiredProperties = {"id", "sha256"})
  record File(UUID id, String sha256) {}
}
