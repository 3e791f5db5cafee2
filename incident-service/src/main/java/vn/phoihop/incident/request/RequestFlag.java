package vn.phoihop.incident.request;

/** What is computed of a request as it stands now; never a state. */
enum RequestFlag {
  /** Not yet answered, and soon due. */
  DUE_SOON,
  /** Not yet answered, and past its time. */
  OVERDUE,
  /**
   * An emergency whose paper has not followed in time: what was handed over may be claimed back.
   */
  UNSUPPORTED
}
