package vn.phoihop.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "A delivery with every attempt. The body that is sent is not shown.",
    requiredProperties = {
      "id",
      "party",
      "subscriptionId",
      "eventId",
      "eventType",
      "state",
      "attemptCount",
      "sequence",
      "createdAt",
      "attempts"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    UUID id,
    String party,
    UUID subscriptionId,
    @Schema(description = "The event, and the webhook-id of every attempt.") UUID eventId,
    @Schema(examples = "incident.received") String eventType,
    DeliveryState state,
    @Schema(description = "Attempts begun.") int attemptCount,
    @Schema(
            description =
                "When the next attempt is due; absent where none is, and while it waits for an"
                    + " earlier one of the same object.")
        @Nullable Instant nextAttemptAt,
    long sequence,
    Instant createdAt,
    @Schema(description = "Oldest first; at most the last 100.") List<AttemptView> attempts) {

  static DeliveryView of(DeliverySummary summary, List<AttemptView> attempts) {
    return new DeliveryView(
        summary.id(),
        summary.party(),
        summary.subscriptionId(),
        summary.eventId(),
        summary.eventType(),
        summary.state(),
        summary.attemptCount(),
        summary.nextAttemptAt(),
        summary.sequence(),
        summary.createdAt(),
        attempts);
  }
}
