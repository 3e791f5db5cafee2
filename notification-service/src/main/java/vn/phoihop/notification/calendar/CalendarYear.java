package vn.phoihop.notification.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * An entry of CALENDARS.
 *
 * @param code the year
 * @param status CONFIRMED, or PROVISIONAL while the yearly notice has not been checked
 */
record CalendarYear(
    String code,
    String status,
    List<Holiday> holidays,
    List<LocalDate> workingWeekends,
    List<Hours> officeHours) {

  CalendarYear {
    Integer.parseInt(code);
    Objects.requireNonNull(status, "status");
    holidays = List.copyOf(holidays);
    workingWeekends = List.copyOf(workingWeekends);
    officeHours = List.copyOf(officeHours);
  }

  record Holiday(LocalDate date) {
    Holiday {
      Objects.requireNonNull(date, "date");
    }
  }

  /** Hours of a working day. */
  record Hours(
      @JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {
    Hours {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("hours end after they begin");
      }
    }
  }

  int year() {
    return Integer.parseInt(code);
  }
}
