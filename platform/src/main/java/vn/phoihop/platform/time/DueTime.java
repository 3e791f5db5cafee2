package vn.phoihop.platform.time;

import static vn.phoihop.platform.time.BusinessClock.ZONE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When something is due: a function of the anchor, the rule and the calendar's version, kept with
 * all three, so that it can be reckoned again and explained. Days end at 24:00 in Hanoi, which is
 * 00:00 of the next one.
 *
 * @param rule code, amount and unit as they were then, e.g. "REQUEST_ROUTINE 10 WORKING_DAYS": a
 *     rule that is changed later changes no due time; keep it whole
 * @param provisional true when working days were counted in a year whose holidays nobody has
 *     confirmed
 */
public record DueTime(
    Instant anchor, String rule, String calendarVersion, Instant dueAt, boolean provisional) {

  public enum Unit {
    /** Run from the instant, day and night. */
    REAL_HOURS,
    /** Calendar days; the anchor's own is not counted. */
    DAYS,
    /** Working days; the anchor's own is not counted. */
    WORKING_DAYS
  }

  /**
   * @param rule the rule's code, without spaces
   */
  public static DueTime of(
      String rule, int amount, Unit unit, Instant anchor, WorkingCalendar calendar) {
    if (amount < 0 || rule.isEmpty() || rule.contains(" ")) {
      throw new IllegalArgumentException("not a rule: " + rule + " " + amount);
    }
    DueTime now =
        new DueTime(anchor, rule + " " + amount + " " + unit, calendar.version(), anchor, false);
    return switch (unit) {
      case REAL_HOURS -> now.at(anchor.plus(Duration.ofHours(amount)), calendar, false);
      case DAYS -> now.at(endOf(day(anchor).plusDays(amount)), calendar, false);
      case WORKING_DAYS -> now.afterWorkingDays(day(anchor), amount, calendar);
    };
  }

  /**
   * This due time, moved by a pause: real hours by its length, (working) days by those d with from
   * < d ≤ to.
   */
  public DueTime stoppedFrom(Instant from, Instant to, WorkingCalendar calendar) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a pause ends after it began");
    }
    LocalDate dueDay = day(dueAt).minusDays(1);
    return switch (unit()) {
      case REAL_HOURS -> at(dueAt.plus(Duration.between(from, to)), calendar, provisional);
      case DAYS ->
          at(
              endOf(dueDay.plusDays(ChronoUnit.DAYS.between(day(from), day(to)))),
              calendar,
              provisional);
      case WORKING_DAYS -> {
        int paused = calendar.workingDaysBetween(day(from), day(to));
        DueTime moved = afterWorkingDays(dueDay, paused, calendar);
        boolean uncertainPause = calendar.isProvisional(day(from), day(to));
        yield at(moved.dueAt, calendar, provisional || moved.provisional || uncertainPause);
      }
    };
  }

  private Unit unit() {
    return Unit.valueOf(rule.substring(rule.lastIndexOf(' ') + 1));
  }

  private DueTime afterWorkingDays(LocalDate day, int n, WorkingCalendar calendar) {
    LocalDate due = calendar.plusWorkingDays(day, n);
    return at(endOf(due), calendar, calendar.isProvisional(day, due));
  }

  private DueTime at(Instant due, WorkingCalendar calendar, boolean uncertain) {
    return new DueTime(anchor, rule, calendar.version(), due, uncertain);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
