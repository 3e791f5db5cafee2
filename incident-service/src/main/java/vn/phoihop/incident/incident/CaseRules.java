package vn.phoihop.incident.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import vn.phoihop.incident.reference.Code;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/**
 * What the Department's moves must keep beyond the form of each field; codes come from the
 * published lists.
 */
final class CaseRules {

  private CaseRules() {}

  static void check(ReferIncident request, ReferenceLists lists) {
    known("/agencies", request.agencies(), ReferenceList.AUTHORITIES, lists, Code::isAgency);
  }

  static void check(ReturnIncident request, ReferenceLists lists, LocalDate today) {
    known(
        "/reasons",
        request.reasons(),
        ReferenceList.RETURN_REASONS,
        lists,
        reason -> reason.of() == null || reason.of().contains("INCIDENT"));
    if (request.due().isBefore(today)) {
      throw ProblemException.invalid("/due", "PAST");
    }
  }

  static void check(DismissIncident request, ReferenceLists lists) {
    if (lists.find(ReferenceList.DISMISS_REASONS, request.reason()).isEmpty()) {
      throw ProblemException.invalid("/reason", "UNKNOWN_CODE");
    }
  }

  static void check(Resolution resolution, ReferenceLists lists) {
    Code outcome =
        lists
            .find(ReferenceList.OUTCOMES, resolution.outcome())
            .orElseThrow(() -> ProblemException.invalid("/outcome", "UNKNOWN_CODE"));
    List<String> required = outcome.requires() == null ? List.of() : outcome.requires();
    if (required.contains("decisionNo") && resolution.decisionNo() == null) {
      throw ProblemException.invalid("/decisionNo", "REQUIRED");
    }
    if (required.contains("vnd") && resolution.vnd() == null) {
      throw ProblemException.invalid("/vnd", "REQUIRED");
    }
  }

  private static void known(
      String pointer,
      List<String> codes,
      ReferenceList list,
      ReferenceLists lists,
      Predicate<Code> fits) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    for (int i = 0; i < codes.size(); i++) {
      if (lists.find(list, codes.get(i)).filter(fits).isEmpty()) {
        refusal.field(pointer + "/" + i, "UNKNOWN_CODE");
      }
    }
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }
}
