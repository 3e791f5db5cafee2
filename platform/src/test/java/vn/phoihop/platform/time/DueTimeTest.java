package vn.phoihop.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.time.DueTime.Unit;

class DueTimeTest {

  /** Tết 2026: off from Monday 16 to Friday 20 February. */
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          "CALENDARS/3",
          Set.of(
              LocalDate.parse("2026-02-16"),
              LocalDate.parse("2026-02-17"),
              LocalDate.parse("2026-02-18"),
              LocalDate.parse("2026-02-19"),
              LocalDate.parse("2026-02-20")),
          Set.of(),
          Set.of(2025, 2026),
          Set.of(2026));

  @Test
  void working_days_end_at_midnight_in_hanoi_after_the_nth() {
    DueTime due =
        DueTime.of("REQUEST_URGENT", 3, Unit.WORKING_DAYS, hanoi("2026-02-12T17:45"), CALENDAR);
    assertEquals(hanoi("2026-02-25T00:00"), due.dueAt());
    assertEquals(hanoi("2026-02-12T17:45"), due.anchor());
    assertEquals("REQUEST_URGENT 3 WORKING_DAYS", due.rule());
    assertEquals("CALENDARS/3", due.calendarVersion());
    assertTrue(due.provisional());
  }

  @Test
  void the_day_of_the_anchor_is_hanois_and_not_utcs() {
    Instant lateInHanoi = Instant.parse("2026-03-02T18:00:00Z"); // Tuesday, 01:00 there
    assertEquals(
        hanoi("2026-03-05T00:00"),
        DueTime.of("R", 1, Unit.WORKING_DAYS, lateInHanoi, CALENDAR).dueAt());
  }

  @Test
  void days_count_the_weekend_and_real_hours_run_through_the_night() {
    assertEquals(
        hanoi("2026-02-18T00:00"),
        DueTime.of("R", 5, Unit.DAYS, hanoi("2026-02-12T09:00"), CALENDAR).dueAt());
    DueTime hours = DueTime.of("R", 8, Unit.REAL_HOURS, hanoi("2026-02-13T20:30"), CALENDAR);
    assertEquals(hanoi("2026-02-14T04:30"), hours.dueAt());
    assertFalse(hours.provisional());
  }

  @Test
  void known_years_are_certain_and_others_are_not() {
    assertFalse(
        DueTime.of("R", 3, Unit.WORKING_DAYS, hanoi("2025-06-02T09:00"), CALENDAR).provisional());
    assertTrue(
        DueTime.of("R", 3, Unit.WORKING_DAYS, hanoi("2031-06-02T09:00"), CALENDAR).provisional());
    assertTrue(
        DueTime.of("R", 3, Unit.WORKING_DAYS, hanoi("2025-12-30T09:00"), CALENDAR).provisional());
  }

  @Test
  void a_pause_moves_working_days_by_those_in_it() {
    DueTime due = DueTime.of("R", 3, Unit.WORKING_DAYS, hanoi("2026-02-10T09:00"), CALENDAR);
    assertEquals(hanoi("2026-02-14T00:00"), due.dueAt());
    // Thursday to Monday over Tết: Friday 13 alone was worked, and Monday 23.
    DueTime moved = due.stoppedFrom(hanoi("2026-02-12T10:00"), hanoi("2026-02-23T09:00"), CALENDAR);
    assertEquals(hanoi("2026-02-25T00:00"), moved.dueAt());
    assertEquals(due.anchor(), moved.anchor());
    assertEquals(due.rule(), moved.rule());
    // Stopped and started on one day: nothing moves.
    assertEquals(
        due.dueAt(),
        due.stoppedFrom(hanoi("2026-02-12T08:00"), hanoi("2026-02-12T17:00"), CALENDAR).dueAt());
  }

  @Test
  void a_pause_moves_days_by_days_and_real_hours_by_its_length() {
    DueTime days = DueTime.of("R", 5, Unit.DAYS, hanoi("2026-03-02T09:00"), CALENDAR);
    assertEquals(
        hanoi("2026-03-10T00:00"),
        days.stoppedFrom(hanoi("2026-03-03T23:00"), hanoi("2026-03-05T01:00"), CALENDAR).dueAt());
    DueTime hours = DueTime.of("R", 8, Unit.REAL_HOURS, hanoi("2026-03-02T09:00"), CALENDAR);
    assertEquals(
        hanoi("2026-03-02T18:20"),
        hours.stoppedFrom(hanoi("2026-03-02T10:00"), hanoi("2026-03-02T11:20"), CALENDAR).dueAt());
    assertThrows(
        IllegalArgumentException.class,
        () -> hours.stoppedFrom(hanoi("2026-03-02T11:00"), hanoi("2026-03-02T10:00"), CALENDAR));
  }

  @Test
  void a_rule_without_a_code_or_with_a_negative_amount_is_none() {
    Instant at = hanoi("2026-03-02T09:00");
    assertThrows(IllegalArgumentException.class, () -> DueTime.of("", 1, Unit.DAYS, at, CALENDAR));
    assertThrows(
        IllegalArgumentException.class, () -> DueTime.of("R", -1, Unit.DAYS, at, CALENDAR));
  }

  private static Instant hanoi(String local) {
    return LocalDateTime.parse(local).atZone(BusinessClock.ZONE).toInstant();
  }
}
