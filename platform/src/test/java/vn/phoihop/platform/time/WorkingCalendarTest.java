package vn.phoihop.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

  /**
   * 2026 as it was worked: a holiday in the week, Friday 2 January off, Saturday 10 January worked
   * for it.
   */
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          "CALENDARS/1",
          Set.of(day("2026-01-01"), day("2026-01-02"), day("2026-01-11"), day("2027-01-01")),
          Set.of(day("2026-01-10"), day("2026-01-11")),
          Set.of(2026),
          Set.of());

  @Test
  void weekdays_are_worked_weekends_and_holidays_are_not() {
    assertTrue(CALENDAR.isWorkingDay(day("2026-01-05")));
    assertFalse(CALENDAR.isWorkingDay(day("2026-01-01")));
    assertFalse(CALENDAR.isWorkingDay(day("2026-01-03")));
    assertFalse(CALENDAR.isWorkingDay(day("2026-01-04")));
  }

  @Test
  void a_swapped_saturday_is_worked_unless_it_is_a_holiday() {
    assertTrue(CALENDAR.isWorkingDay(day("2026-01-10")));
    assertFalse(CALENDAR.isWorkingDay(day("2026-01-11")));
  }

  @Test
  void the_day_itself_is_not_counted() {
    assertEquals(day("2026-01-05"), CALENDAR.plusWorkingDays(day("2025-12-31"), 1));
    assertEquals(day("2026-01-05"), CALENDAR.plusWorkingDays(day("2026-01-03"), 1));
    assertEquals(day("2026-01-06"), CALENDAR.plusWorkingDays(day("2026-01-05"), 1));
    assertEquals(day("2026-01-03"), CALENDAR.plusWorkingDays(day("2026-01-03"), 0));
    assertThrows(
        IllegalArgumentException.class, () -> CALENDAR.plusWorkingDays(day("2026-01-05"), -1));
  }

  @Test
  void days_between_leave_the_first_out_and_take_the_last_in() {
    assertEquals(0, CALENDAR.workingDaysBetween(day("2026-01-05"), day("2026-01-05")));
    assertEquals(1, CALENDAR.workingDaysBetween(day("2026-01-05"), day("2026-01-06")));
    assertEquals(5, CALENDAR.workingDaysBetween(day("2026-01-05"), day("2026-01-11")));
    assertEquals(0, CALENDAR.workingDaysBetween(day("2026-01-06"), day("2026-01-05")));
  }

  @Test
  void a_year_that_is_not_known_has_weekends_alone_and_is_provisional() {
    assertTrue(CALENDAR.isWorkingDay(day("2027-01-01")));
    assertFalse(CALENDAR.isWorkingDay(day("2027-01-02")));
    assertTrue(CALENDAR.isProvisional(day("2026-12-30"), day("2027-01-01")));
    assertFalse(CALENDAR.isProvisional(day("2025-12-31"), day("2026-12-31")));
    assertFalse(CALENDAR.isProvisional(day("2027-01-04"), day("2027-01-04")));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
