package vn.phoihop.incident.request;

/** How urgent; each has its own deadline rule. */
enum Priority {
  ROUTINE,
  URGENT,
  EMERGENCY;

  /** The code of its rule in DEADLINE_RULES. */
  String rule() {
    return "REQUEST_" + name();
  }
}
