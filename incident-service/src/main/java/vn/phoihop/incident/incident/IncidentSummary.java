package vn.phoihop.incident.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Severity;
import vn.phoihop.incident.report.Stage;
import vn.phoihop.incident.report.Tlp;

@Schema(
    requiredProperties = {
      "id",
      "receiptNumber",
      "enterpriseId",
      "state",
      "stage",
      "version",
      "severity",
      "tlp",
      "violationTypes",
      "detectedAt",
      "receivedAt",
      "visibleSince",
      "agencies"
    })
record IncidentSummary(
    UUID id,
    String receiptNumber,
    UUID enterpriseId,
    @Schema(description = "absent until liaison-service has told it")
        @Nullable String enterpriseName,
    IncidentState state,
    Stage stage,
    int version,
    Severity severity,
    Tlp tlp,
    List<String> violationTypes,
    Instant detectedAt,
    Instant receivedAt,
    @Schema(description = "since when the caller reads it; the list goes by it, latest first")
        Instant visibleSince,
    List<String> agencies,
    @Nullable String lead) {}
