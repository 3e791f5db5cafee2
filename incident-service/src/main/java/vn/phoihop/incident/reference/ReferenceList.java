package vn.phoihop.incident.reference;

/** The lists that this service reads; the others that are published are not kept. */
public enum ReferenceList {
  VIOLATION_TYPES,
  ROUTING,
  SECTORS,
  AUTHORITIES,
  DETECTION_METHODS,
  RETURN_REASONS,
  DISMISS_REASONS,
  OUTCOMES,
  MEASURE_TYPES,
  REQUEST_PURPOSES,
  DATA_CATEGORIES,
  ANSWER_REASONS,
  DEADLINE_RULES,
  CALENDARS
}
