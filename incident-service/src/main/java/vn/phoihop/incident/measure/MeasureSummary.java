package vn.phoihop.incident.measure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    requiredProperties = {
      "id",
      "enterpriseId",
      "state",
      "type",
      "target",
      "startedAt",
      "reviewAt",
      "emergency",
      "visibleSince"
    })
record MeasureSummary(
    UUID id,
    UUID enterpriseId,
    @Schema(description = "absent until liaison-service has told it")
        @Nullable String enterpriseName,
    @Nullable UUID incidentId,
    MeasureState state,
    String type,
    String target,
    Instant startedAt,
    @Nullable Instant endedAt,
    Instant reviewAt,
    boolean emergency,
    @Nullable Effect effect,
    @Schema(description = "since when the caller reads it; the list goes by it, latest first")
        Instant visibleSince) {}
