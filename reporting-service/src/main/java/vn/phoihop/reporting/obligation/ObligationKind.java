package vn.phoihop.reporting.obligation;

enum ObligationKind {
  /** Each half-year. */
  PERIODIC,
  /** Asked for ad hoc. */
  CAMPAIGN
}
