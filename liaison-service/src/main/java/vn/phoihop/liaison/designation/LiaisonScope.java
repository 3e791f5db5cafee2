package vn.phoihop.liaison.designation;

/** What a liaison may do for the enterprise. */
enum LiaisonScope {
  INCIDENT,
  INFORMATION_REQUEST,
  MEASURE,
  EXCHANGE,
  REPORT
}
