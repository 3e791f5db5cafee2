package vn.phoihop.incident.measure;

import vn.phoihop.platform.problem.ProblemType;

enum MeasureProblem implements ProblemType {
  /** Not an emergency measure, or ratified already. */
  NOTHING_TO_RATIFY(409),
  /** Who took it does not ratify it, and no machine does. */
  RATIFIED_BY_ANOTHER(403);

  private final int status;

  MeasureProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
