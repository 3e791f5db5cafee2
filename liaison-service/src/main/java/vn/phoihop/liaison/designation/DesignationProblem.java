package vn.phoihop.liaison.designation;

import vn.phoihop.platform.problem.ProblemType;

enum DesignationProblem implements ProblemType {
  /** The signed document has not been handed in. */
  DOCUMENT_MISSING(409),
  /** The person who wrote the content cannot submit it. */
  SECOND_PERSON_NEEDED(403),
  /** The last day has passed while it was under review. */
  DESIGNATION_LAPSED(409);

  private final int status;

  DesignationProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
