package vn.phoihop.incident.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.reference.Code;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/**
 * What a request must keep beyond the form of each field; finds everything that is wrong at once.
 */
final class AskCheck {

  private final ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
  private final AskInformation asked;
  private final ReferenceLists lists;

  private AskCheck(AskInformation asked, ReferenceLists lists) {
    this.asked = asked;
    this.lists = lists;
  }

  static void check(AskInformation asked, String asker, ReferenceLists lists, LocalDate today) {
    AskCheck check = new AskCheck(asked, lists);
    check.purpose(asker);
    check.items();
    check.emergency();
    check(asked.document(), "/document", today, check.refusal);
    if (!check.refusal.errors().isEmpty()) {
      throw check.refusal;
    }
  }

  static void check(
      @Nullable PaperDocument document, String pointer, LocalDate today, ProblemException refusal) {
    if (document != null && document.date().isAfter(today)) {
      refusal.field(pointer + "/date", "FUTURE");
    }
  }

  private void purpose(String asker) {
    Code purpose = lists.find(ReferenceList.REQUEST_PURPOSES, asked.purpose()).orElse(null);
    if (purpose == null) {
      refusal.field("/purpose", "UNKNOWN_CODE");
    } else if (purpose.askers() != null && !purpose.askers().contains(asker)) {
      refusal.field("/purpose", "PURPOSE_RESERVED");
    }
  }

  private void items() {
    for (int i = 0; i < asked.items().size(); i++) {
      AskedItem item = asked.items().get(i);
      if (lists.find(ReferenceList.DATA_CATEGORIES, item.category()).isEmpty()) {
        refusal.field("/items/" + i + "/category", "UNKNOWN_CODE");
      }
      if (item.periodFrom() != null
          && item.periodTo() != null
          && item.periodTo().isBefore(item.periodFrom())) {
        refusal.field("/items/" + i + "/periodTo", "ORDER");
      }
    }
  }

  private void emergency() {
    boolean emergency = asked.priority() == Priority.EMERGENCY;
    if (emergency && (asked.emergencyGround() == null || asked.emergencyGround().isBlank())) {
      refusal.field("/emergencyGround", "REQUIRED");
    }
    if (!emergency && asked.document() == null) {
      refusal.field("/document", "REQUIRED");
    }
  }
}
