package vn.phoihop.incident.exchange;

import vn.phoihop.platform.problem.ProblemType;

enum ExchangeProblem implements ProblemType {
  /** The distribution is wider than the marking allows. */
  WIDER_THAN_TLP(400);

  private final int status;

  ExchangeProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
