package vn.phoihop.incident.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record TakeMeasure(
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(description = "a code of MEASURE_TYPES", examples = "BLOCK_NUMBER")
        String type,
    @NotBlank
        @Size(max = 1000)
        @Schema(
            description = "what it is directed at",
            examples = "32 thuê bao thuộc dải 0912 345 6xx")
        String target,
    @NotNull @Schema(description = "in the future: it is PLANNED, and starts by itself then")
        Instant startedAt,
    @Schema(description = "the own incident that it answers") @Nullable UUID incidentId,
    @Size(min = 1, max = 1000) @Schema(examples = "Điều 12 Luật Bưu chính 2010")
        @Nullable String legalBasis,
    @Valid @Nullable DecisionRef decisionRef,
    @Schema(
            description =
                "taken before anybody could sign: another person ratifies it until `ratifyBy`",
            defaultValue = "false")
        @Nullable Boolean emergency,
    @Schema(description = "when it is looked at again; 30 days after its start where not said")
        @Nullable Instant reviewAt,
    @Size(min = 1, max = 2000) @Nullable String note) {

  boolean isEmergency() {
    return Boolean.TRUE.equals(emergency);
  }
}
