package vn.phoihop.notification.calendar;

import static vn.phoihop.platform.time.BusinessClock.ZONE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phoihop.notification.calendar.CalendarYear.Holiday;
import vn.phoihop.notification.calendar.CalendarYear.Hours;
import vn.phoihop.platform.time.DueTime;
import vn.phoihop.platform.time.WorkingCalendar;

/** When somebody is in the office, in Hanoi. */
public final class OfficeHours {

  /** Of a year that nobody has published. */
  private static final List<Hours> USUAL =
      List.of(
          new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0)),
          new Hours(LocalTime.of(13, 30), LocalTime.of(17, 30)));

  private static final int MOST_DAYS = 3660;

  private final WorkingCalendar calendar;
  private final Map<Integer, List<Hours>> hours;

  private OfficeHours(WorkingCalendar calendar, Map<Integer, List<Hours>> hours) {
    this.calendar = calendar;
    this.hours = hours;
  }

  static OfficeHours of(String version, List<CalendarYear> years) {
    return new OfficeHours(
        new WorkingCalendar(
            version,
            years.stream()
                .flatMap(year -> year.holidays().stream())
                .map(Holiday::date)
                .collect(Collectors.toSet()),
            years.stream()
                .flatMap(year -> year.workingWeekends().stream())
                .collect(Collectors.toSet()),
            codes(years.stream()),
            codes(years.stream().filter(year -> !year.status().equals("CONFIRMED")))),
        years.stream()
            .collect(
                Collectors.toMap(
                    CalendarYear::year,
                    year ->
                        year.officeHours().stream()
                            .sorted(Comparator.comparing(Hours::from))
                            .toList())));
  }

  private static Set<Integer> codes(Stream<CalendarYear> years) {
    return years.map(CalendarYear::year).collect(Collectors.toSet());
  }

  /**
   * So many office hours after an instant: what is left of them when the office closes is counted
   * when it opens again.
   *
   * @param rule the rule's code, without spaces
   */
  public DueTime after(String rule, Duration amount, Instant anchor) {
    ZonedDateTime at = anchor.atZone(ZONE);
    Duration left = amount;
    LocalDate day = at.toLocalDate();
    for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
      if (!calendar.isWorkingDay(day)) {
        continue;
      }
      for (Hours span : hours.getOrDefault(day.getYear(), USUAL)) {
        ZonedDateTime opens = day.atTime(span.from()).atZone(ZONE);
        ZonedDateTime closes = day.atTime(span.to()).atZone(ZONE);
        ZonedDateTime from = opens.isBefore(at) ? at : opens;
        Duration open = Duration.between(from, closes);
        if (open.compareTo(left) >= 0) {
          return due(rule, amount, anchor, from.plus(left));
        }
        if (!open.isNegative()) {
          left = left.minus(open);
        }
      }
    }
    throw new IllegalStateException("the office never opens");
  }

  private DueTime due(String rule, Duration amount, Instant anchor, ZonedDateTime due) {
    return new DueTime(
        anchor,
        rule + " " + amount.toMinutes() + " OFFICE_MINUTES",
        calendar.version(),
        due.toInstant(),
        IntStream.rangeClosed(anchor.atZone(ZONE).getYear(), due.getYear())
            .anyMatch(
                year ->
                    !calendar.years().contains(year)
                        || calendar.provisionalYears().contains(year)));
  }

  /** The same amount by the clock on the wall, day and night. */
  public DueTime dayAndNight(String rule, Duration amount, Instant anchor) {
    return new DueTime(
        anchor,
        rule + " " + amount.toMinutes() + " REAL_MINUTES",
        calendar.version(),
        anchor.plus(amount),
        false);
  }
}
