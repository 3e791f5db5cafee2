package vn.phoihop.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "A delivery in a list.",
    requiredProperties = {
      "id",
      "party",
      "subscriptionId",
      "eventId",
      "eventType",
      "state",
      "attemptCount",
      "sequence",
      "createdAt"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliverySummary(
    UUID id,
    String party,
    UUID subscriptionId,
    UUID eventId,
    @Schema(examples = "incident.received") String eventType,
    DeliveryState state,
    int attemptCount,
    @Nullable Instant nextAttemptAt,
    long sequence,
    Instant createdAt) {}
