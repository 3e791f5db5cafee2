package vn.phoihop.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.phoihop.platform.crypto.Ed25519Key;

/** A webhook on the wire, as Standard Webhooks 1.0.0 lays down. */
record WebhookRequest(Map<String, String> headers, byte[] body) {

  /**
   * @param secrets to sign with, the current one first
   * @param keys to sign with
   * @param now the time of this attempt; another attempt has another one
   */
  static WebhookRequest of(
      Claimed claimed, List<byte[]> secrets, List<Ed25519Key> keys, Instant now) {
    String id = claimed.eventId().toString();
    long timestamp = now.getEpochSecond();
    return new WebhookRequest(
        Map.of(
            "Content-Type",
            "application/json",
            "User-Agent",
            "phoi-hop-webhooks/1",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(timestamp),
            "webhook-signature",
            Signature.header(secrets, keys, id, timestamp, claimed.body())),
        claimed.body());
  }
}
