package vn.phoihop.incident.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.incident.reference.PublishedLists;
import vn.phoihop.platform.time.DueTime;
import vn.phoihop.platform.time.WorkingCalendar;

/** The published rules and days off, as this service reckons with them. */
class DeadlinesTest {

  private final Deadlines published = PublishedLists.all().deadlines();

  @ParameterizedTest
  @CsvSource({
    "REQUEST_ROUTINE,     2026-03-10T02:00:00Z, 2026-03-24T17:00:00Z",
    "REQUEST_URGENT,      2026-04-29T02:00:00Z, 2026-05-06T17:00:00Z",
    "REQUEST_EMERGENCY,   2026-03-10T02:00:00Z, 2026-03-10T10:00:00Z",
    "REQUEST_ACKNOWLEDGE, 2026-02-13T10:00:00Z, 2026-02-23T17:00:00Z"
  })
  void what_is_published_is_what_is_due(String rule, Instant anchor, Instant due) {
    DueTime reckoned = published.due(rule, anchor).orElseThrow();

    assertEquals(due, reckoned.dueAt());
    assertEquals("CALENDARS/1", reckoned.calendarVersion());
  }

  @Test
  void a_rule_that_is_not_there_or_not_in_force_makes_nothing_due() {
    DeadlineRule off = new DeadlineRule("REQUEST_ROUTINE", 1, DueTime.Unit.DAYS, false);

    assertEquals(
        Optional.empty(), published.with(List.of(off)).due("REQUEST_ROUTINE", Instant.EPOCH));
    assertEquals(Optional.empty(), published.due("NO_SUCH_RULE", Instant.EPOCH));
  }

  @Test
  void a_year_is_provisional_until_it_is_confirmed() {
    WorkingCalendar calendar =
        CalendarYear.calendar(
            List.of(
                new CalendarYear("2026", "CONFIRMED", List.of(), List.of()),
                new CalendarYear(
                    "2027",
                    "PROVISIONAL",
                    List.of(new CalendarYear.Holiday(LocalDate.parse("2027-01-01"))),
                    List.of(LocalDate.parse("2027-01-09")))),
            7);

    assertEquals("CALENDARS/7", calendar.version());
    assertEquals(java.util.Set.of(2027), calendar.provisionalYears());
    assertFalse(calendar.isWorkingDay(LocalDate.parse("2027-01-01")));
    assertTrue(calendar.isWorkingDay(LocalDate.parse("2027-01-09")));
  }
}
