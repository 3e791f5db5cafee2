package vn.phoihop.incident.report;

/** Whether a violation is suspected only, or confirmed. */
public enum Suspected {
  YES,
  CONFIRMED
}
