package vn.phoihop.notification.subscription;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    description = "A subscription with a secret that was made just now.",
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
record SubscriptionWithSecret(
    @JsonUnwrapped SubscriptionView subscription,
    @Schema(
            description =
                "The key of the signatures (Standard Webhooks, symmetric). Shown in this answer and"
                    + " never again: a replayed answer is without it.",
            examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDM8fpPEdd0Ec=")
        String secret) {

  static SubscriptionWithSecret of(Subscription subscription, byte[] key) {
    return new SubscriptionWithSecret(SubscriptionView.of(subscription), WebhookSecret.shown(key));
  }
}
