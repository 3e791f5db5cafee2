package vn.phoihop.notification.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.ReferenceData;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.DueTime;

/** Worked examples with the calendars that are published; times are Hanoi's. */
class OfficeHoursTest {

  @ParameterizedTest
  @CsvSource({
    // A Tuesday: within the morning, over lunch, over night.
    "2026-03-10T08:00, PT4H, 2026-03-10T12:00",
    "2026-03-10T10:00, PT4H, 2026-03-10T15:30",
    "2026-03-10T16:00, PT4H, 2026-03-11T10:30",
    // Before opening, at lunch, after closing.
    "2026-03-10T03:00, PT1H, 2026-03-10T09:00",
    "2026-03-10T12:30, PT1H, 2026-03-10T14:30",
    "2026-03-10T23:00, PT1H, 2026-03-11T09:00",
    // Over a weekend.
    "2026-03-13T17:00, PT4H, 2026-03-16T11:30",
    "2026-03-14T10:00, PT4H, 2026-03-16T12:00",
    // Lunar New Year: from 16 to 20 February nobody works.
    "2026-02-13T16:30, PT4H, 2026-02-23T11:00",
    // A Saturday that is worked for a day off elsewhere.
    "2026-01-09T17:00, PT4H, 2026-01-10T11:30",
    // Two days and a half.
    "2026-03-10T08:00, PT20H, 2026-03-12T12:00"
  })
  void only_office_hours_count(LocalDateTime anchor, Duration amount, LocalDateTime due)
      throws Exception {
    DueTime reckoned = published().after("RULE", amount, at(anchor));
    assertEquals(at(due), reckoned.dueAt());
    assertEquals(at(anchor), reckoned.anchor());
    assertEquals("RULE " + amount.toMinutes() + " OFFICE_MINUTES", reckoned.rule());
    assertEquals("CALENDARS/1", reckoned.calendarVersion());
  }

  @Test
  void an_emergency_runs_by_day_and_night() throws Exception {
    DueTime due =
        published()
            .dayAndNight("RULE", Duration.ofMinutes(30), Instant.parse("2026-03-14T20:00:00Z"));
    assertEquals(Instant.parse("2026-03-14T20:30:00Z"), due.dueAt());
    assertEquals("RULE 30 REAL_MINUTES", due.rule());
    assertFalse(due.provisional());
  }

  @Test
  void until_calendars_have_come_the_usual_hours_are_taken_and_it_says_so() {
    DueTime due =
        OfficeHours.of("CALENDARS/0", List.of())
            .after("RULE", Duration.ofHours(1), at(LocalDateTime.parse("2026-02-16T11:30")));
    assertEquals(at(LocalDateTime.parse("2026-02-16T14:00")), due.dueAt());
    assertTrue(due.provisional());
    assertEquals("CALENDARS/0", due.calendarVersion());
  }

  private static Instant at(LocalDateTime time) {
    return time.atZone(BusinessClock.ZONE).toInstant();
  }

  private static OfficeHours published() throws Exception {
    Path file =
        ReferenceData.lists().stream()
            .filter(list -> list.endsWith("CALENDARS.json"))
            .findFirst()
            .orElseThrow();
    JsonNode data = new ObjectMapper().readTree(Files.readString(file));
    return OfficeHours.of(
        "CALENDARS/1",
        List.of(
            EventJson.read(
                data.get("items").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                CalendarYear[].class)));
  }
}
