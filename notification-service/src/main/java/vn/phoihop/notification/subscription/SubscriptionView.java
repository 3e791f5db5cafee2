package vn.phoihop.notification.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "A subscription, without its secret.",
    requiredProperties = {
      "id",
      "party",
      "url",
      "eventTypes",
      "signatures",
      "handshake",
      "payload",
      "order",
      "state",
      "sequence",
      "createdAt"
    })
record SubscriptionView(
    UUID id,
    @Schema(description = "Id of the enterprise or code of the authority that it belongs to.")
        String party,
    String url,
    List<String> eventTypes,
    @Schema(description = "Absent: all events of these types are told.")
        @Nullable EventFilter filter,
    @Schema(description = "How each call is signed.") List<SignatureScheme> signatures,
    @Schema(description = "Calls a second at each instance of the service; absent: no limit.")
        @Nullable Integer ratePerSecond,
    @Schema(
            description =
                "Calls at the same time at each instance of the service; absent: the operator's"
                    + " default.")
        @Nullable Integer maxInFlight,
    @Schema(description = "Whether the receiver was asked before it was called, and agreed.")
        boolean handshake,
    Payload payload,
    @Schema(description = "Whether events of one object wait for each other.") EventOrder order,
    SubscriptionState state,
    @Schema(description = "Present while it is DISABLED: why.")
        @Nullable DisabledReason disabledReason,
    @Schema(description = "Present while it is DISABLED: since when.") @Nullable Instant disabledAt,
    @Schema(
            description =
                "Since when every attempt has failed; absent: the last one went well. The answer to"
                    + " resume has it once more: from then on events may be missing.")
        @Nullable Instant firstFailureAt,
    @Schema(description = "Counts the changes; the number in the ETag.") long sequence,
    Instant createdAt) {

  static SubscriptionView of(Subscription subscription) {
    return of(subscription, subscription.firstFailureAt());
  }

  static SubscriptionView of(Subscription subscription, @Nullable Instant firstFailureAt) {
    return new SubscriptionView(
        subscription.id(),
        subscription.party(),
        subscription.url(),
        subscription.eventTypes(),
        subscription.filter(),
        subscription.signatures(),
        subscription.ratePerSecond(),
        subscription.maxInFlight(),
        subscription.handshake(),
        subscription.payload(),
        subscription.order(),
        subscription.state(),
        subscription.disabledReason(),
        subscription.disabledAt(),
        firstFailureAt,
        subscription.sequence(),
        subscription.createdAt());
  }
}
