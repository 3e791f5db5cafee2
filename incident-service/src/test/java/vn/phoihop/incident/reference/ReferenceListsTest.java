package vn.phoihop.incident.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.ReferenceData;

/** The published lists, read as this service reads them. */
class ReferenceListsTest {

  @Test
  void the_published_lists_are_all_that_is_needed() throws IOException {
    ReferenceLists lists = published();

    assertEquals(EnumSet.noneOf(ReferenceList.class), lists.missing());
    assertTrue(lists.find(ReferenceList.VIOLATION_TYPES, "TEL_BYPASS_SIMBOX").isPresent());
    assertFalse(lists.find(ReferenceList.VIOLATION_TYPES, "TEL_BYPASS").isPresent());
    assertEquals("POLICE", lists.find(ReferenceList.AUTHORITIES, "POLICE").orElseThrow().kind());
    assertEquals(
        List.of("decisionNo", "vnd"),
        lists.find(ReferenceList.OUTCOMES, "ADMIN_SANCTION").orElseThrow().requires());
    assertEquals(
        List.of("CUSTOMS", "POLICE"),
        lists.routing().agencies(List.of("POST_CONTRABAND"), LocalDate.parse("2026-03-10")));
  }

  @Test
  void nothing_has_come_at_first() {
    assertEquals(EnumSet.allOf(ReferenceList.class), ReferenceLists.NONE.missing());
  }

  @Test
  void a_list_without_codes_is_not_taken() {
    assertThrows(
        UncheckedIOException.class,
        () -> ReferenceLists.NONE.with("OUTCOMES", 1, "[{\"vi\": \"không có mã\"}]"));
  }

  static ReferenceLists published() throws IOException {
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
