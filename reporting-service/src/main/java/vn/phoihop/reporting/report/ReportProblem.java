package vn.phoihop.reporting.report;

import vn.phoihop.platform.problem.ProblemType;

/** The refusals of this feature alone. */
enum ReportProblem implements ProblemType {
  /** A cross-check says no; errors names the rules. */
  CHECKS_FAILED(409),
  /** An accepted report, and the Department has not allowed a correction. */
  CORRECTION_NOT_ALLOWED(409);

  private final int status;

  ReportProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
