package vn.phoihop.notification.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeKindTest {

  @ParameterizedTest
  @CsvSource({
    "designation.approved, , DESIGNATION_APPROVED",
    "incident.referred, , INCIDENT_REFERRED",
    "request.issued, , REQUEST_ISSUED",
    "request.reminder_due, PRE_DUE, REQUEST_DUE_SOON",
    "request.reminder_due, DUE, REQUEST_DUE",
    "request.reminder_due, OVERDUE, REQUEST_OVERDUE",
    "obligation.due_soon, , OBLIGATION_DUE_SOON",
    "obligation.overdue, , OBLIGATION_OVERDUE"
  })
  void an_event_has_its_e_mail(String type, String level, NoticeKind kind) {
    assertTrue(NoticeKind.speaksOf(type));
    assertEquals(Optional.of(kind), NoticeKind.of(type, level));
  }

  @Test
  void of_most_events_no_e_mail_speaks() {
    assertFalse(NoticeKind.speaksOf("incident.received"));
    assertEquals(Optional.empty(), NoticeKind.of("incident.received", null));
    assertEquals(Optional.empty(), NoticeKind.of("request.reminder_due", "SOMETHING_NEW"));
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void each_has_words_of_its_own_in_both_languages_without_figures_or_addresses(NoticeKind kind) {
    for (String words : new String[] {kind.vi(), kind.en()}) {
      assertFalse(words.isBlank() || words.endsWith(".") || words.matches(".*[0-9@%{].*"), words);
    }
    assertEquals(
        1, Arrays.stream(NoticeKind.values()).filter(k -> k.vi().equals(kind.vi())).count());
  }

  @Test
  void the_reference_is_what_a_person_finds_the_matter_by() {
    UUID id = UUID.randomUUID();
    assertEquals(
        "TB-1", new NoticeFact(id, null, "TB-1", null, null, null, null, null).reference());
    assertEquals(
        "YC-1", new NoticeFact(id, null, null, "YC-1", null, null, null, null).reference());
    assertEquals(
        "2026-H1", new NoticeFact(id, null, null, null, "2026-H1", null, null, null).reference());
    assertEquals(
        id.toString(), new NoticeFact(id, null, null, null, null, null, null, null).reference());
  }

  @Test
  void what_cannot_wait_is_urgent() {
    assertTrue(NoticeKind.REQUEST_ESCALATED.isUrgent());
    assertTrue(NoticeKind.DESIGNATION_APPROVED.isUrgent());
    assertFalse(NoticeKind.REQUEST_ISSUED.isUrgent());
    assertTrue(fact("EMERGENCY", null).isUrgent());
    assertTrue(fact("EMERGENCY", null).isEmergency());
    assertTrue(fact("URGENT", null).isUrgent());
    assertFalse(fact("URGENT", null).isEmergency());
    assertTrue(fact(null, "CRITICAL").isUrgent());
    assertFalse(fact("ROUTINE", "HIGH").isUrgent());
  }

  private static NoticeFact fact(String priority, String severity) {
    return new NoticeFact(UUID.randomUUID(), null, null, null, null, null, priority, severity);
  }
}
