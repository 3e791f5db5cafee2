package vn.phoihop.incident.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phoihop.platform.time.WorkingCalendar;

/**
 * An entry of the reference list CALENDARS.
 *
 * @param code the year
 * @param status CONFIRMED, or PROVISIONAL while the yearly notice has not been checked
 */
public record CalendarYear(
    String code, String status, List<Holiday> holidays, List<LocalDate> workingWeekends) {

  /** A day off. */
  public record Holiday(LocalDate date) {
    public Holiday {
      Objects.requireNonNull(date, "date");
    }
  }

  public CalendarYear {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(status, "status");
    holidays = List.copyOf(holidays);
    workingWeekends = List.copyOf(workingWeekends);
  }

  /**
   * The calendar of these years.
   *
   * @param version of the list
   */
  public static WorkingCalendar calendar(List<CalendarYear> years, long version) {
    return new WorkingCalendar(
        "CALENDARS/" + version,
        years.stream()
            .flatMap(year -> year.holidays.stream())
            .map(Holiday::date)
            .collect(Collectors.toSet()),
        years.stream().flatMap(year -> year.workingWeekends.stream()).collect(Collectors.toSet()),
        codes(years.stream()),
        codes(years.stream().filter(year -> !year.status.equals("CONFIRMED"))));
  }

  private static Set<Integer> codes(Stream<CalendarYear> years) {
    return years.map(year -> Integer.valueOf(year.code)).collect(Collectors.toSet());
  }
}
