package vn.phoihop.notification.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.crypto.Ed25519Key;

/** A webhook on the wire, as Standard Webhooks 1.0.0 lays down. */
record WebhookRequest(Map<String, String> headers, byte[] body) {

  /**
   * @param secrets to sign with, the current one first
   * @param keys to sign with
   * @param origin the name that the receiver has agreed to; null where it was not asked
   * @param now the time of this attempt; another attempt has another one
   */
  static WebhookRequest of(
      Claimed claimed,
      List<byte[]> secrets,
      List<Ed25519Key> keys,
      @Nullable String origin,
      Instant now) {
    String id = claimed.eventId().toString();
    long timestamp = now.getEpochSecond();
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "phoi-hop-webhooks/1");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put(
        "webhook-signature", Signature.header(secrets, keys, id, timestamp, claimed.body()));
    if (origin != null) {
      headers.put("Origin", origin);
    }
    return new WebhookRequest(headers, claimed.body());
  }
}
