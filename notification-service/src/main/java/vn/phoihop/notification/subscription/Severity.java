package vn.phoihop.notification.subscription;

/**
 * How grave incident-service reckons an incident, from the least; the announcing SQL has the same
 * order.
 */
enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
