package vn.phoihop.reporting.obligation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    requiredProperties = {
      "id",
      "enterpriseId",
      "kind",
      "period",
      "state",
      "flags",
      "sequence",
      "openedAt",
      "dueAt",
      "due",
      "late"
    })
record ObligationView(
    UUID id,
    UUID enterpriseId,
    @Schema(description = "absent until liaison-service has told it")
        @Nullable String enterpriseName,
    ObligationKind kind,
    @Schema(description = "whose figures are asked for", examples = "2026-H2") String period,
    @Nullable UUID campaignId,
    @Schema(description = "of its campaign") @Nullable String title,
    ObligationState state,
    @Schema(description = "computed: an open one that is due soon, or overdue") List<DueFlag> flags,
    @Schema(description = "counts every change; the number in the ETag") long sequence,
    Instant openedAt,
    Instant dueAt,
    @Schema(description = "how dueAt was reckoned") DueView due,
    @Schema(description = "first submitted after it was due") boolean late,
    @Nullable Instant firstSubmittedAt,
    @Schema(description = "why it was exempted or cancelled") @Nullable String reason,
    @Schema(description = "its report, once there is one that the caller reads")
        @Nullable UUID reportId) {

  @Schema(requiredProperties = {"anchor", "rule", "provisional"})
  record DueView(
      Instant anchor,
      @Schema(examples = "REPORT_HALF_YEAR 10 WORKING_DAYS") String rule,
      @Schema(examples = "CALENDARS/1") @Nullable String calendarVersion,
      @Schema(description = "the calendar of that year is not confirmed") boolean provisional) {}
}
