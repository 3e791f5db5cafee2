package vn.phoihop.incident.request;

/** How far an item was answered. */
enum AnswerStatus {
  FULL,
  PARTIAL,
  NONE
}
