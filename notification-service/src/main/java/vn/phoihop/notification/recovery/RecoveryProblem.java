package vn.phoihop.notification.recovery;

import vn.phoihop.platform.problem.ProblemType;

enum RecoveryProblem implements ProblemType {
  RECOVERY_RUNNING;

  @Override
  public int status() {
    return 409;
  }
}
