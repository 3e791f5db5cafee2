package vn.phoihop.incident.report;

/** How grave a report is. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
