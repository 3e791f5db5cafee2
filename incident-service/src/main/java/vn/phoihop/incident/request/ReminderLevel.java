package vn.phoihop.incident.request;

/** What a reminder says. */
enum ReminderLevel {
  PRE_DUE,
  DUE,
  OVERDUE
}
