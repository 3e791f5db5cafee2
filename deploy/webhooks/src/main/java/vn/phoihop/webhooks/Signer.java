package vn.phoihop.webhooks;

/** Signs messages in one version of Standard Webhooks' signatures. */
interface Signer {
  String version();

  /** The signature in base64, without its version. */
  String code(Message message);

  /** Another one of its kind, which no receiver knows. */
  Signer stranger();

  /** An entry of the {@code webhook-signature} header. */
  default String sign(Message message) {
    return version() + "," + code(message);
  }
}
