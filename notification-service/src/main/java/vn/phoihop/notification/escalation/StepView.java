package vn.phoihop.notification.escalation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    description = "A rung that was told, and until when it had time.",
    requiredProperties = {"level", "toldAt", "rule", "calendarVersion", "dueAt", "provisional"})
record StepView(
    @Schema(description = "0 liaison, 1 deputy, 2 leader, 3 Department") int level,
    @Schema(description = "when its time began") Instant toldAt,
    @Schema(
            description = "the rule as it was then: its code, the amount, what is counted",
            examples = "ESCALATE_ROUTINE 240 OFFICE_MINUTES")
        String rule,
    @Schema(examples = "CALENDARS/1") String calendarVersion,
    Instant dueAt,
    @Schema(description = "reckoned in a year whose holidays nobody has confirmed")
        boolean provisional) {}
