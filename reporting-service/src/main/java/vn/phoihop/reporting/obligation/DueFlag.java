package vn.phoihop.reporting.obligation;

/** Computed when asked, never a state. */
enum DueFlag {
  DUE_SOON,
  OVERDUE
}
