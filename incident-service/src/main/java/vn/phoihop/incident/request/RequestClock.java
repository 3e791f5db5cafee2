package vn.phoihop.incident.request;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.time.DueTime;
import vn.phoihop.platform.time.WorkingCalendar;

/**
 * When the answer is due, and by what reckoning. It runs while it is the enterprise's turn.
 *
 * @param rule the deadline rule whole, as it was when the request was issued
 * @param provisional days were counted whose holidays nobody has confirmed
 * @param stoppedAt since when it stands; null while it runs, and once the request is over
 */
@Embeddable
record RequestClock(
    Instant anchor,
    String rule,
    String calendarVersion,
    Instant dueAt,
    boolean provisional,
    @Nullable Instant stoppedAt) {

  static RequestClock of(DueTime due) {
    return new RequestClock(
        due.anchor(), due.rule(), due.calendarVersion(), due.dueAt(), due.provisional(), null);
  }

  RequestClock stopped(@Nullable Instant at) {
    return new RequestClock(anchor, rule, calendarVersion, dueAt, provisional, at);
  }

  /** Runs again: due later by what it stood. */
  RequestClock resumed(Instant from, Instant at, WorkingCalendar calendar) {
    return of(
        new DueTime(anchor, rule, calendarVersion, dueAt, provisional)
            .stoppedFrom(from, at, calendar));
  }

  RequestClock extendedTo(Instant until) {
    return new RequestClock(anchor, rule, calendarVersion, until, provisional, stoppedAt);
  }

  boolean isPast(Instant now) {
    return now.isAfter(dueAt);
  }
}
