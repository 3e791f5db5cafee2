package vn.phoihop.notification.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.crypto.Ed25519Key;

/**
 * One key and when it signs.
 *
 * @param to null: until further notice
 */
public record WebhookKey(Ed25519Key key, Instant from, @Nullable Instant to) {

  /**
   * Reads a line of the file: the key, since when, and perhaps until when, between spaces.
   *
   * @throws IllegalStateException for anything else
   */
  static WebhookKey parse(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length < 2 || words.length > 3) {
      throw new IllegalStateException(
          "a webhook key is followed by its first and its last instant");
    }
    return new WebhookKey(
        Ed25519Key.parse(words[0]),
        Instant.parse(words[1]),
        words.length == 3 ? Instant.parse(words[2]) : null);
  }

  boolean signsAt(Instant now) {
    return !now.isBefore(from) && (to == null || now.isBefore(to));
  }

  /** The head of the public key's SHA-256, in hexadecimal. */
  String id() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.rawPublicKey());
      return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** As Standard Webhooks writes public keys. */
  String shown() {
    return "whpk_" + Base64.getEncoder().encodeToString(key.rawPublicKey());
  }
}
