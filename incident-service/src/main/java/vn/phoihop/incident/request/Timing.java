package vn.phoihop.incident.request;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When to remind, of one priority.
 *
 * @param preDue so long before the due time; from then on it is due soon
 * @param overdue so long after it
 */
record Timing(Duration preDue, Duration overdue) {

  /** The first reminder that lies ahead; null: none. */
  @Nullable Instant next(Instant dueAt, Instant now) {
    for (ReminderLevel level : ReminderLevel.values()) {
      Instant at = at(level, dueAt);
      if (at.isAfter(now)) {
        return at;
      }
    }
    return null;
  }

  /** Which reminder it is time for: the latest one that has come. */
  ReminderLevel level(Instant dueAt, Instant now) {
    if (!at(ReminderLevel.OVERDUE, dueAt).isAfter(now)) {
      return ReminderLevel.OVERDUE;
    }
    return dueAt.isAfter(now) ? ReminderLevel.PRE_DUE : ReminderLevel.DUE;
  }

  private Instant at(ReminderLevel level, Instant dueAt) {
    return switch (level) {
      case PRE_DUE -> dueAt.minus(preDue);
      case DUE -> dueAt;
      case OVERDUE -> dueAt.plus(overdue);
    };
  }
}
