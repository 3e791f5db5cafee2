package vn.phoihop.incident.evidence;

/** What the malware scanner said. */
enum Scan {
  /** There is none. */
  NOT_CONFIGURED,
  CLEAN
}
