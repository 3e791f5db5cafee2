package vn.phoihop.notification.subscription;

/** The signatures of Standard Webhooks, by the names that they have in the header. */
public enum SignatureScheme {
  /** HMAC-SHA256 under the subscription's secret. */
  v1,
  /** Ed25519 under the installation's keys, some milliseconds each. */
  v1a
}
