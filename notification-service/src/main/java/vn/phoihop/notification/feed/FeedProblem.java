package vn.phoihop.notification.feed;

import vn.phoihop.platform.problem.ProblemType;

enum FeedProblem implements ProblemType {
  TOO_MANY_STREAMS;

  @Override
  public int status() {
    return 429;
  }
}
