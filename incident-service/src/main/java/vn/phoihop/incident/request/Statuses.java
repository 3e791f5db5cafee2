package vn.phoihop.incident.request;

import java.util.Collection;

/** How many items were answered how. */
record Statuses(int full, int partial, int none) {

  static Statuses of(Collection<AnsweredItem> items) {
    return new Statuses(
        count(items, AnswerStatus.FULL),
        count(items, AnswerStatus.PARTIAL),
        count(items, AnswerStatus.NONE));
  }

  /** In percent of all that was asked: a full answer counts whole, a partial one half. */
  int completeness(int itemCount) {
    return (2 * full + partial) * 100 / (2 * itemCount);
  }

  private static int count(Collection<AnsweredItem> items, AnswerStatus status) {
    return (int) items.stream().filter(item -> item.status() == status).count();
  }
}
