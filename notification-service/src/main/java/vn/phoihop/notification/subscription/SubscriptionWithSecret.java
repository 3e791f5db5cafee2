package vn.phoihop.notification.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    description = "A subscription with a secret that was made just now.",
    requiredProperties = {"id", "party", "url", "eventTypes", "state", "sequence", "createdAt"})
record SubscriptionWithSecret(
    UUID id,
    String party,
    String url,
    List<String> eventTypes,
    SubscriptionState state,
    long sequence,
    Instant createdAt,
    @Schema(
            description =
                "The key of the signatures (Standard Webhooks, symmetric). Shown in this answer and"
                    + " never again: a replayed answer is without it.",
            examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDM8fpPEdd0Ec=")
        String secret) {

  static SubscriptionWithSecret of(Subscription subscription, byte[] key) {
    return new SubscriptionWithSecret(
        subscription.id(),
        subscription.party(),
        subscription.url(),
        subscription.eventTypes(),
        subscription.state(),
        subscription.sequence(),
        subscription.createdAt(),
        WebhookSecret.shown(key));
  }
}
