package vn.phoihop.incident.measure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Tlp;

@Schema(
    requiredProperties = {
      "id",
      "enterpriseId",
      "state",
      "sequence",
      "type",
      "target",
      "startedAt",
      "emergency",
      "reviewAt",
      "reviewDue",
      "ratificationOverdue",
      "tlp"
    })
record MeasureView(
    UUID id,
    UUID enterpriseId,
    MeasureState state,
    @Schema(description = "counts every change; the number in the ETag") long sequence,
    @Schema(examples = "BLOCK_NUMBER") String type,
    String target,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable UUID incidentId,
    @Nullable String legalBasis,
    @Nullable DecisionRef decisionRef,
    boolean emergency,
    @Schema(description = "until when an emergency measure is to be ratified")
        @Nullable Instant ratifyBy,
    @Nullable Instant ratifiedAt,
    @Schema(description = "computed: an emergency measure that nobody ratified in time")
        boolean ratificationOverdue,
    Instant reviewAt,
    @Schema(description = "computed: it is in force, and `reviewAt` has passed") boolean reviewDue,
    @Schema(description = "what it achieved; none where it was reversed") @Nullable Effect effect,
    @Nullable String note,
    @Schema(description = "of the incident; AMBER where there is none") Tlp tlp) {

  static MeasureView of(Measure measure, Instant now) {
    Instant ratifyBy = measure.ratifyBy();
    return new MeasureView(
        measure.id(),
        measure.enterpriseId(),
        measure.state(),
        measure.sequence(),
        measure.type(),
        measure.target(),
        measure.startedAt(),
        measure.endedAt(),
        measure.incidentId(),
        measure.legalBasis(),
        measure.decisionRef(),
        measure.emergency(),
        ratifyBy,
        measure.ratifiedAt(),
        ratifyBy != null
            && measure.ratifiedAt() == null
            && measure.state() != MeasureState.REVERSED
            && ratifyBy.isBefore(now),
        measure.reviewAt(),
        measure.state() == MeasureState.ACTIVE && !measure.reviewAt().isAfter(now),
        measure.effect(),
        measure.note(),
        measure.tlp());
  }
}
