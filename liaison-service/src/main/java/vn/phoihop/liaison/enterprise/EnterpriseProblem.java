package vn.phoihop.liaison.enterprise;

import vn.phoihop.platform.problem.ProblemType;

enum EnterpriseProblem implements ProblemType {
  /** The code was used, has expired, or a newer one took its place. */
  ENROLMENT_CODE_SPENT(409),
  /** Another request is drawing credentials with the code right now. */
  ENROLMENT_IN_PROGRESS(409),
  ENTERPRISE_NOT_ACTIVE(409);

  private final int status;

  EnterpriseProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
