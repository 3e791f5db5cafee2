package vn.phoihop.incident.indicator;

/** What is odd about a value that was accepted all the same. */
public enum Flag {
  /** The check digit does not fit the others: a typing error, or a forgery. */
  CHECK_DIGIT,
  /** A well-formed telephone number that no numbering plan has given out. */
  UNASSIGNED
}
