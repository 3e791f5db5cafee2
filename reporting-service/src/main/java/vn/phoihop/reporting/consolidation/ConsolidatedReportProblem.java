package vn.phoihop.reporting.consolidation;

import vn.phoihop.platform.problem.ProblemType;

/** The refusals of this feature alone. */
enum ConsolidatedReportProblem implements ProblemType {
  /** A later one of the period is signed already; an earlier one does not supersede it. */
  LATER_REPORT_SIGNED(409),
  /** It was sent to this recipient before. */
  ALREADY_SENT(409),
  /** It was not sent to this recipient, or the recipient has acknowledged it before. */
  NOTHING_TO_ACKNOWLEDGE(409);

  private final int status;

  ConsolidatedReportProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
