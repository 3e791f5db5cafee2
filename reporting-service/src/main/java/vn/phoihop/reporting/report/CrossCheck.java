package vn.phoihop.reporting.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phoihop.reporting.figure.Count;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.Totals;

/** Holds a report against the rules; the same when it is shown and when it is submitted. */
final class CrossCheck {

  /** Without these a report tells nothing; the letter names them. */
  private static final List<String> EXPECTED_SECTIONS =
      List.of("SITUATION", "PREVENTION", "DETECTION", "HANDLING", "COORDINATION");

  private static final long FAR = 3;

  private final List<Finding> findings = new ArrayList<>();

  private CrossCheck() {}

  /**
   * What is wrong, in the order of the rules' importance.
   *
   * @param reported what the report says, corrected
   * @param previous the totals accepted for the period before, if any
   * @param over whether the period is over
   */
  static List<Finding> of(
      ReportContent content, Recorded reported, @Nullable Totals previous, boolean over) {
    CrossCheck check = new CrossCheck();
    check.corrections(content.corrections());
    check.nil(content.nil(), reported.figures());
    check.figures(reported);
    check.answers(reported.totals());
    if (!content.nil()) {
      EXPECTED_SECTIONS.stream()
          .filter(section -> !content.sections().containsKey(section))
          .forEach(section -> check.add(Rule.SECTION_MISSING, "/sections/" + section));
    }
    if (previous != null && far(previous.detected(), reported.totals().detected())) {
      check.add(Rule.FAR_FROM_PREVIOUS, "/totals/detected");
    }
    if (!over) {
      check.add(Rule.PERIOD_NOT_OVER, "/period");
    }
    return check.findings;
  }

  private void corrections(List<Correction> corrections) {
    for (int i = 0; i < corrections.size(); i++) {
      String reason = corrections.get(i).reason();
      if (reason == null || reason.isBlank()) {
        add(Rule.CORRECTION_WITHOUT_REASON, "/corrections/" + i + "/reason");
      }
    }
  }

  private void nil(boolean declared, List<Figure> figures) {
    if (declared && !figures.isEmpty()) {
      add(Rule.NIL_WITH_FIGURES, "/nil");
    }
    if (!declared && figures.isEmpty()) {
      add(Rule.NOTHING_UNDECLARED, "/nil");
    }
  }

  private void figures(Recorded reported) {
    for (int i = 0; i < reported.figures().size(); i++) {
      Figure figure = reported.figures().get(i);
      String at = "/figures/" + i + "/";
      cases(at, figure.detected(), figure.reported(), figure.handled(), figure.transferred());
    }
    Totals totals = reported.totals();
    cases("/totals/", totals.detected(), totals.reported(), totals.handled(), totals.transferred());
    for (Count count : Count.OF_CASES) {
      long total = totals.get(count);
      if (total < Compilation.least(count, reported.figures())
          || total > Compilation.most(count, reported.figures(), total)) {
        add(Rule.TOTAL_UNLIKE_FIGURES, "/totals/" + count.member());
      }
    }
  }

  private void cases(String at, long detected, long reported, long handled, long transferred) {
    if (reported > detected) {
      add(Rule.REPORTED_OVER_DETECTED, at + Count.REPORTED.member());
    }
    if (handled > reported) {
      add(Rule.HANDLED_OVER_REPORTED, at + Count.HANDLED.member());
    }
    if (transferred > reported) {
      add(Rule.TRANSFERRED_OVER_REPORTED, at + Count.TRANSFERRED.member());
    }
  }

  private void answers(Totals totals) {
    if (totals.answered() > totals.requestsReceived()) {
      add(Rule.ANSWERS_UNLIKE_REQUESTS, "/totals/" + Count.ANSWERED.member());
    }
    if (totals.answeredOnTime() > totals.answered()) {
      add(Rule.ANSWERS_UNLIKE_REQUESTS, "/totals/" + Count.ANSWERED_ON_TIME.member());
    }
    if (totals.partial() + totals.refused() > totals.answered()) {
      add(Rule.ANSWERS_UNLIKE_REQUESTS, "/totals/" + Count.PARTIAL.member());
    }
  }

  private static boolean far(long before, long now) {
    return before > 0 && (now > FAR * before || before > FAR * now);
  }

  private void add(Rule rule, String pointer) {
    findings.add(Finding.of(rule, pointer));
  }
}
