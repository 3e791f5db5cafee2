package vn.phoihop.reporting.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phoihop.platform.time.WorkingCalendar;

/** A year of the list CALENDARS. */
record CalendarYear(
    String code, String status, List<Holiday> holidays, List<LocalDate> workingWeekends) {

  record Holiday(LocalDate date) {}

  CalendarYear {
    Integer.parseInt(code);
    workingWeekends = workingWeekends == null ? List.of() : List.copyOf(workingWeekends);
    holidays = List.copyOf(holidays);
  }

  int year() {
    return Integer.parseInt(code);
  }

  static WorkingCalendar calendar(String version, List<CalendarYear> years) {
    return new WorkingCalendar(
        version,
        years.stream()
            .flatMap(year -> year.holidays().stream())
            .map(Holiday::date)
            .collect(Collectors.toSet()),
        years.stream().flatMap(year -> year.workingWeekends().stream()).collect(Collectors.toSet()),
        years.stream().map(CalendarYear::year).collect(Collectors.toSet()),
        years.stream()
            .filter(year -> !year.status().equals("CONFIRMED"))
            .map(CalendarYear::year)
            .collect(Collectors.toSet()));
  }

  static WorkingCalendar unknown() {
    return new WorkingCalendar("CALENDARS/0", Set.of(), Set.of(), Set.of(), Set.of());
  }
}
