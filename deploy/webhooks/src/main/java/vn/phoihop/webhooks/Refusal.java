package vn.phoihop.webhooks;

/** Options that cannot be; the message is for the person who gave them. */
final class Refusal extends RuntimeException {
  Refusal(String message) {
    super(message);
  }
}
