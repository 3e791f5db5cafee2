package vn.phoihop.reporting.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.reporting.figure.Count;
import vn.phoihop.reporting.reference.ReferenceList;
import vn.phoihop.reporting.reference.ReferenceLists;

/** What an edit and a return must keep beyond the form of each field. */
final class ReportRules {

  private ReportRules() {}

  static void check(EditReport edit, ReferenceLists lists) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    if (edit.sections() != null) {
      for (String code : edit.sections().keySet()) {
        if (lists.find(ReferenceList.REPORT_SECTIONS, code).isEmpty()) {
          refusal.field("/sections/" + code, "UNKNOWN_CODE");
        }
      }
    }
    if (edit.corrections() != null) {
      corrections(edit.corrections(), lists, refusal);
    }
    refuse(refusal);
  }

  private static void corrections(
      List<Correction> corrections, ReferenceLists lists, ProblemException refusal) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < corrections.size(); i++) {
      Correction correction = corrections.get(i);
      String type = correction.violationType();
      if (type != null && lists.find(ReferenceList.VIOLATION_TYPES, type).isEmpty()) {
        refusal.field("/corrections/" + i + "/violationType", "UNKNOWN_CODE");
      }
      if (type != null && !Count.OF_CASES.contains(correction.figure())) {
        refusal.field("/corrections/" + i + "/figure", "ONLY_IN_TOTALS");
      }
      if (!seen.add(type + " " + correction.figure())) {
        refusal.field("/corrections/" + i, "DUPLICATE_ITEM");
      }
    }
  }

  static void check(ReturnReport returned, ReferenceLists lists) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    for (int i = 0; i < returned.reasons().size(); i++) {
      if (lists
          .find(ReferenceList.RETURN_REASONS, returned.reasons().get(i))
          .filter(reason -> reason.of() == null || reason.of().contains("REPORT"))
          .isEmpty()) {
        refusal.field("/reasons/" + i, "UNKNOWN_CODE");
      }
    }
    refuse(refusal);
  }

  private static void refuse(ProblemException refusal) {
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }
}
