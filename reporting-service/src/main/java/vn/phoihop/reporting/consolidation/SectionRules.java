package vn.phoihop.reporting.consolidation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.reporting.reference.ReferenceList;
import vn.phoihop.reporting.reference.ReferenceLists;

/** Sections have codes of the list, each once. */
final class SectionRules {

  private SectionRules() {}

  static void check(List<SectionText> sections, ReferenceLists lists) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < sections.size(); i++) {
      String code = sections.get(i).code();
      String pointer = "/sections/" + i + "/code";
      if (lists.find(ReferenceList.REPORT_SECTIONS, code).isEmpty()) {
        throw ProblemException.invalid(pointer, "UNKNOWN_CODE");
      }
      if (!seen.add(code)) {
        throw ProblemException.invalid(pointer, "DUPLICATE_ITEM");
      }
    }
  }
}
