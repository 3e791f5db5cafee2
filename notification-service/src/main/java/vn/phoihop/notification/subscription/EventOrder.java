package vn.phoihop.notification.subscription;

/** Whether deliveries wait for each other. */
enum EventOrder {
  /** Each goes when it can. */
  NONE,
  /** Those of one object go one after the other, as they happened. */
  PER_OBJECT
}
