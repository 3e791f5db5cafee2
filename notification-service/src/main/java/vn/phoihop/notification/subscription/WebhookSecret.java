package vn.phoihop.notification.subscription;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** A signing secret: 32 random bytes, shown as Standard Webhooks writes symmetric keys. */
public final class WebhookSecret {

  /** The purpose that these secrets are encrypted for. */
  public static final String PURPOSE = "webhook-secret";

  private static final SecureRandom RANDOM = new SecureRandom();

  private WebhookSecret() {}

  static byte[] random() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return key;
  }

  static String shown(byte[] key) {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /** What binds a sealed secret to its subscription: it opens nowhere else. */
  public static byte[] context(UUID subscriptionId) {
    return ByteBuffer.allocate(16)
        .putLong(subscriptionId.getMostSignificantBits())
        .putLong(subscriptionId.getLeastSignificantBits())
        .array();
  }
}
