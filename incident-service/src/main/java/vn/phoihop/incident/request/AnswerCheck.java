package vn.phoihop.incident.request;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.phoihop.incident.reference.Code;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/**
 * What an answer must keep beyond the form of each field; finds everything that is wrong at once.
 */
final class AnswerCheck {

  private final ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
  private final ReferenceLists lists;
  private final Map<UUID, String> documents;

  private AnswerCheck(ReferenceLists lists, Map<UUID, String> documents) {
    this.lists = lists;
    this.documents = documents;
  }

  /**
   * The items with the hashes of their documents.
   *
   * @param itemCount how many were asked for
   * @param documents those of the request that are named: id to SHA-256
   * @throws ProblemException 400 with every field that is wrong
   */
  static List<AnsweredItem> items(
      GiveAnswer answer, int itemCount, Map<UUID, String> documents, ReferenceLists lists) {
    AnswerCheck check = new AnswerCheck(lists, documents);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < answer.items().size(); i++) {
      GiveAnswer.Item item = answer.items().get(i);
      String pointer = "/items/" + i;
      if (item.n() > itemCount) {
        check.refusal.field(pointer + "/n", "UNKNOWN_ITEM");
      } else if (!seen.add(item.n())) {
        check.refusal.field(pointer + "/n", "DUPLICATE_ITEM");
      }
      check.substance(item, pointer);
      check.files(item, pointer);
    }
    if (!check.refusal.errors().isEmpty()) {
      throw check.refusal;
    }
    return answer.items().stream().map(check::answered).toList();
  }

  private void substance(GiveAnswer.Item item, String pointer) {
    boolean said = item.text() != null && !item.text().isBlank();
    if (item.status() != AnswerStatus.NONE && !said && item.files().isEmpty()) {
      refusal.field(pointer + "/text", "ANSWER_EMPTY");
    }
    if (item.status() == AnswerStatus.NONE && item.reasonCode() == null) {
      refusal.field(pointer + "/reasonCode", "REQUIRED");
    }
    if (item.reasonCode() != null) {
      Code reason = lists.find(ReferenceList.ANSWER_REASONS, item.reasonCode()).orElse(null);
      if (reason == null) {
        refusal.field(pointer + "/reasonCode", "UNKNOWN_CODE");
      } else if (reason.needs("text") && !said) {
        refusal.field(pointer + "/text", "REQUIRED");
      }
    }
  }

  private void files(GiveAnswer.Item item, String pointer) {
    for (int j = 0; j < item.files().size(); j++) {
      if (!documents.containsKey(item.files().get(j))) {
        refusal.field(pointer + "/documents/" + j, "UNKNOWN_DOCUMENT");
      }
    }
  }

  private AnsweredItem answered(GiveAnswer.Item item) {
    return new AnsweredItem(
        item.n(),
        item.status(),
        item.text(),
        item.reasonCode(),
        item.files().stream()
            .map(id -> new AnsweredItem.File(id, String.valueOf(documents.get(id))))
            .toList());
  }
}
