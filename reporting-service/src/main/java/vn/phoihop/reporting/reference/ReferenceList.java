package vn.phoihop.reporting.reference;

/** The lists that this service reads; the others that are published are not kept. */
public enum ReferenceList {
  VIOLATION_TYPES,
  REPORT_SECTIONS,
  AUTHORITIES,
  RETURN_REASONS,
  SECTORS,
  DEADLINE_RULES,
  CALENDARS
}
