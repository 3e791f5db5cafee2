package vn.phoihop.incident.incident;

import vn.phoihop.platform.problem.ProblemType;

/** The refusals of this feature alone. */
enum IncidentProblem implements ProblemType {
  /** In coordination, and the Department has not allowed it. */
  WITHDRAWAL_NOT_ALLOWED(409);

  private final int status;

  IncidentProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
