package vn.phoihop.notification.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "How far up a request has been told that nobody acknowledges.",
    requiredProperties = {
      "id",
      "enterpriseId",
      "requestId",
      "number",
      "priority",
      "state",
      "level",
      "sequence",
      "createdAt"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record EscalationSummary(
    UUID id,
    UUID enterpriseId,
    UUID requestId,
    @Schema(examples = "YC-2026-000123") String number,
    @Schema(examples = "ROUTINE") String priority,
    EscalationState state,
    @Schema(description = "the highest rung told: 0 liaison, 1 deputy, 2 leader, 3 Department")
        int level,
    @Nullable @Schema(description = "when the next rung is told; absent when it has ended")
        Instant dueAt,
    @Nullable Instant endedAt,
    @Schema(description = "counts the changes; the ETag") long sequence,
    Instant createdAt,
    @Nullable
        @Schema(description = "every rung so far, the first one first; in the answer of GET {id}")
        List<StepView> steps) {

  static EscalationSummary of(Escalation escalation, @Nullable List<StepView> steps) {
    return new EscalationSummary(
        escalation.id(),
        escalation.enterpriseId(),
        escalation.requestId(),
        escalation.number(),
        escalation.priority(),
        escalation.state(),
        escalation.level(),
        escalation.dueAt(),
        escalation.endedAt(),
        escalation.sequence(),
        escalation.createdAt(),
        steps);
  }

  static final String EXAMPLE =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000041",
       "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
       "requestId": "019a1f6e-7c00-7000-8000-000000000011", "number": "YC-2026-000123",
       "priority": "ROUTINE", "state": "DEPUTY_TOLD", "level": 1,
       "dueAt": "2026-03-11T03:00:00Z", "sequence": 2, "createdAt": "2026-03-10T03:00:01Z",
       "steps": [
         {"level": 0, "toldAt": "2026-03-10T03:00:00Z",
          "rule": "ESCALATE_ROUTINE 240 OFFICE_MINUTES", "calendarVersion": "CALENDARS/1",
          "dueAt": "2026-03-10T08:30:00Z", "provisional": true},
         {"level": 1, "toldAt": "2026-03-10T08:30:05Z",
          "rule": "ESCALATE_ROUTINE 240 OFFICE_MINUTES", "calendarVersion": "CALENDARS/1",
          "dueAt": "2026-03-11T03:00:05Z", "provisional": true}]}""";

  static final String PAGE_EXAMPLE =
      """
      {"items": [{"id": "019a1f6e-7c00-7000-8000-000000000041",
        "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
        "requestId": "019a1f6e-7c00-7000-8000-000000000011", "number": "YC-2026-000123",
        "priority": "ROUTINE", "state": "SATISFIED", "level": 1,
        "endedAt": "2026-03-10T09:00:00Z", "sequence": 3, "createdAt": "2026-03-10T03:00:01Z"}]}""";
}
