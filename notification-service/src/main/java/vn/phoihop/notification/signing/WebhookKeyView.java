package vn.phoihop.notification.signing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "A public key that signatures v1a are verified with.",
    requiredProperties = {"id", "key", "from"})
record WebhookKeyView(
    @Schema(description = "The head of the key's SHA-256.", examples = "c1c0e9f1a6f5d1b2")
        String id,
    @Schema(
            description = "whpk_ and the base64 of the 32 bytes of the Ed25519 key.",
            examples = "whpk_V9rQ0Cg1ZrOwkFGrV2Bp0wC2EDJLhH5Oq4m8Z2bQ4uU=")
        String key,
    @Schema(description = "Since when it signs; it may lie ahead.") Instant from,
    @Schema(description = "Until when it signs; absent: until further notice.")
        @Nullable Instant to) {

  static WebhookKeyView of(WebhookKey key) {
    return new WebhookKeyView(key.id(), key.shown(), key.from(), key.to());
  }
}
