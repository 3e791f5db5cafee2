package vn.phoihop.incident.report;

/**
 * Grades of state secrets: Mật, Tối mật, Tuyệt mật. Only NONE is kept here; the rest goes on paper.
 */
public enum StateSecretGrade {
  NONE,
  MAT,
  TOI_MAT,
  TUYET_MAT
}
