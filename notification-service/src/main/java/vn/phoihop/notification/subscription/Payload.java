package vn.phoihop.notification.subscription;

/** How much a webhook says. */
enum Payload {
  /** Which object, and where it is read. */
  THIN,
  /** All that the event says, where its marking admits it. */
  FULL
}
