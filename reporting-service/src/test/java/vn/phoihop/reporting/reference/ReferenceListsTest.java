package vn.phoihop.reporting.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.ReferenceData;
import vn.phoihop.platform.time.DueTime;

/** The published lists, read as this service reads them. */
class ReferenceListsTest {

  @Test
  void the_published_lists_are_all_that_is_needed() throws IOException {
    ReferenceLists lists = published();

    assertEquals(EnumSet.noneOf(ReferenceList.class), lists.missing());
    assertTrue(lists.find(ReferenceList.REPORT_SECTIONS, "SITUATION").isPresent());
    assertTrue(
        lists
            .find(ReferenceList.RETURN_REASONS, "FIGURES_INCONSISTENT")
            .orElseThrow()
            .of()
            .contains("REPORT"));
    assertEquals("CALENDARS/1", lists.calendar().version());
    assertFalse(lists.calendar().isWorkingDay(LocalDate.parse("2027-01-01")));
    assertTrue(lists.rule("REPORT_HALF_YEAR_1406").isEmpty(), "a rule that is off is none");
  }

  @Test
  void a_report_is_due_ten_working_days_after_the_period() throws IOException {
    ReferenceLists lists = published();

    DueTime due =
        lists
            .rule("REPORT_HALF_YEAR")
            .orElseThrow()
            .from(Instant.parse("2026-06-30T16:59:59.999999Z"), lists.calendar());

    // Ten working days after Tuesday 30 June: Tuesday 14 July, to its end in Hanoi.
    assertEquals(Instant.parse("2026-07-14T17:00:00Z"), due.dueAt());
    assertEquals("REPORT_HALF_YEAR 10 WORKING_DAYS", due.rule());
    assertEquals("CALENDARS/1", due.calendarVersion());
  }

  @Test
  void nothing_has_come_at_first() {
    assertEquals(EnumSet.allOf(ReferenceList.class), ReferenceLists.NONE.missing());
  }

  @Test
  void a_list_that_cannot_be_read_is_not_taken() {
    assertThrows(
        UncheckedIOException.class,
        () -> ReferenceLists.NONE.with("SECTORS", 1, "[{\"vi\": \"không có mã\"}]"));
    assertThrows(
        UncheckedIOException.class,
        () -> ReferenceLists.NONE.with("CALENDARS", 1, "[{\"code\": \"MMXXVI\"}]"));
    assertThrows(
        UncheckedIOException.class,
        () -> ReferenceLists.NONE.with("DEADLINE_RULES", 1, "[{\"code\": \"X\", \"amount\": 1}]"));
  }

  private static ReferenceLists published() throws IOException {
    ReferenceLists lists = ReferenceLists.NONE;
    for (Path file : ReferenceData.lists()) {
      ReferencePublished list =
          EventJson.read(
              Files.readString(file).getBytes(StandardCharsets.UTF_8), ReferencePublished.class);
      if (ReferenceLists.isRead(list.list())) {
        lists = lists.with(list.list(), list.version(), list.items().toString());
      }
    }
    return lists;
  }
}
