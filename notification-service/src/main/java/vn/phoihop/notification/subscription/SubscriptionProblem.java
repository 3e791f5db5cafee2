package vn.phoihop.notification.subscription;

import vn.phoihop.platform.problem.ProblemType;

enum SubscriptionProblem implements ProblemType {
  TOO_MANY_SUBSCRIPTIONS(409),
  TOO_MANY_SECRETS(409);

  private final int status;

  SubscriptionProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
