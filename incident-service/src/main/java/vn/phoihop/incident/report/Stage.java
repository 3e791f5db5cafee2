package vn.phoihop.incident.report;

/** How far the reporting has come. */
public enum Stage {
  EARLY,
  DETAIL,
  FINAL
}
