package vn.phoihop.notification.preference;

public enum Language {
  VI,
  EN,
  /** Vietnamese, then English. */
  BOTH
}
