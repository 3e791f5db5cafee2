package vn.phoihop.liaison.designation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/** The rules of a designation that are more than the form of its fields. */
final class DesignationPolicy {

  private DesignationPolicy() {}

  /** Dates that make sense on this day in Hanoi; 400 for each that does not. */
  static void requireDates(DesignateLiaison form, LocalDate today) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    if (form.document().date().isAfter(today)) {
      refusal.field("/document/date", "DATE_IN_FUTURE");
    }
    if (form.validTo().isBefore(today)) {
      refusal.field("/validTo", "DATE_PAST");
    } else if (form.validTo().isBefore(form.validFrom())) {
      refusal.field("/validTo", "BEFORE_VALID_FROM");
    }
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }

  /**
   * Two persons' eyes: whoever submits is not who wrote it. A machine (null) counts as the
   * organisation.
   */
  static void requireSecondPerson(@Nullable UUID drafter, @Nullable UUID submitter) {
    if (drafter != null && drafter.equals(submitter)) {
      throw ProblemException.of(DesignationProblem.SECOND_PERSON_NEEDED);
    }
  }
}
