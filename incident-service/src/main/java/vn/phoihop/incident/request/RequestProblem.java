package vn.phoihop.incident.request;

import vn.phoihop.platform.problem.ProblemType;

/** The refusals of this feature alone. */
enum RequestProblem implements ProblemType {
  /** An emergency: who wrote it does not issue it, nor does a machine. */
  SECOND_PERSON_NEEDED(403),
  ENTERPRISE_NOT_ACTIVE(409),
  NO_PAPER_AWAITED(409);

  private final int status;

  RequestProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
