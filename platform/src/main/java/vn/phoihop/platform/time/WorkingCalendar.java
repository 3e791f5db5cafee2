package vn.phoihop.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which days are worked, in Hanoi: Monday to Friday, without the public holidays and with the
 * weekend days that are worked in exchange. Of a year that it does not know it knows the weekends
 * alone, and says so.
 *
 * @param version of the list it was read from, e.g. CALENDARS/1
 * @param holidays days off, days given for a holiday on a weekend and days swapped among them
 * @param workingWeekends Saturdays and Sundays that are worked
 * @param years the years that it knows
 * @param provisionalYears those of them whose yearly notice has not been checked
 */
public record WorkingCalendar(
    String version,
    Set<LocalDate> holidays,
    Set<LocalDate> workingWeekends,
    Set<Integer> years,
    Set<Integer> provisionalYears) {

  public WorkingCalendar {
    holidays = Set.copyOf(holidays);
    workingWeekends = Set.copyOf(workingWeekends);
    years = Set.copyOf(years);
    provisionalYears = Set.copyOf(provisionalYears);
  }

  public boolean isWorkingDay(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (!years.contains(day.getYear())) {
      return !weekend;
    }
    return !holidays.contains(day) && (!weekend || workingWeekends.contains(day));
  }

  /**
   * The nth working day after a day, which is not counted itself (Civil Code 2015, Art. 147); for 0
   * the day itself.
   */
  public LocalDate plusWorkingDays(LocalDate day, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("working days run forward: " + n);
    }
    LocalDate reached = day;
    for (int left = n; left > 0; ) {
      reached = reached.plusDays(1);
      if (isWorkingDay(reached)) {
        left--;
      }
    }
    return reached;
  }

  /** How many days d are worked with after < d ≤ upTo; 0 when upTo is not later. */
  public int workingDaysBetween(LocalDate after, LocalDate upTo) {
    return after.isBefore(upTo)
        ? (int) after.plusDays(1).datesUntil(upTo.plusDays(1)).filter(this::isWorkingDay).count()
        : 0;
  }

  /** Whether the days d with after < d ≤ upTo touch a year that is not known for certain. */
  boolean isProvisional(LocalDate after, LocalDate upTo) {
    return after.isBefore(upTo)
        && IntStream.rangeClosed(after.plusDays(1).getYear(), upTo.getYear())
            .anyMatch(year -> !years.contains(year) || provisionalYears.contains(year));
  }
}
