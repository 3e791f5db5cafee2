package vn.phoihop.liaison.designation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.problem.FieldError;
import vn.phoihop.platform.problem.ProblemException;

class DesignationPolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  @Test
  void an_old_paper_and_an_old_first_day_are_fine_and_today_may_be_the_last() {
    assertEquals(List.of(), faults(LocalDate.of(2007, 7, 12), LocalDate.of(2007, 7, 12), TODAY));
  }

  @Test
  void a_last_day_that_is_over_is_refused() {
    assertEquals(List.of("/validTo DATE_PAST"), faults(TODAY, TODAY, TODAY.minusDays(1)));
  }

  @Test
  void a_last_day_before_the_first_is_refused() {
    assertEquals(
        List.of("/validTo BEFORE_VALID_FROM"),
        faults(TODAY, TODAY.plusDays(10), TODAY.plusDays(9)));
  }

  @Test
  void a_paper_of_tomorrow_is_refused_and_all_faults_are_named() {
    assertEquals(
        List.of("/document/date DATE_IN_FUTURE", "/validTo DATE_PAST"),
        faults(TODAY.plusDays(1), TODAY, TODAY.minusDays(1)));
  }

  @Test
  void a_second_person_submits() {
    assertDoesNotThrow(() -> DesignationPolicy.requireSecondPerson(ONE, OTHER));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> DesignationPolicy.requireSecondPerson(ONE, ONE));
    assertEquals(DesignationProblem.SECOND_PERSON_NEEDED, refused.type());
  }

  @Test
  void a_machine_counts_as_the_organisation() {
    assertDoesNotThrow(() -> DesignationPolicy.requireSecondPerson(null, null));
    assertDoesNotThrow(() -> DesignationPolicy.requireSecondPerson(ONE, null));
    assertDoesNotThrow(() -> DesignationPolicy.requireSecondPerson(null, ONE));
  }

  private static List<String> faults(LocalDate document, LocalDate from, LocalDate to) {
    DesignateLiaison form =
        new DesignateLiaison(
            new LiaisonPerson("Trần Văn Mối", "Trưởng phòng", "a@example.vn", "0912345678"),
            LiaisonRole.PRIMARY,
            List.of(LiaisonScope.INCIDENT),
            null,
            new SignedDocument("12/QĐ", document, "Nguyễn Thị Lãnh", "Giám đốc"),
            from,
            to);
    try {
      DesignationPolicy.requireDates(form, TODAY);
      return List.of();
    } catch (ProblemException refused) {
      return refused.errors().stream().map(DesignationPolicyTest::text).toList();
    }
  }

  private static String text(FieldError error) {
    return error.pointer() + " " + error.code();
  }
}
