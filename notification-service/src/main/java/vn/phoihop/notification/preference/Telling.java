package vn.phoihop.notification.preference;

/** How a class of notices is told. */
public enum Telling {
  AT_ONCE,
  DAILY_DIGEST,
  MUTED
}
