package vn.phoihop.notification.recovery;

/** Which deliveries a recovery is about. */
enum What {
  /** Dead letters, and what waits for its next attempt. */
  FAILED,
  /** What the party was told and the subscription has no delivery of. */
  MISSING
}
