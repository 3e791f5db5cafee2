package vn.phoihop.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.Totals;

/** What a version says, as two of them are compared. */
record ReportedVersion(
    Map<String, Figure> figures,
    Totals totals,
    Map<String, String> sections,
    List<Correction> corrections,
    boolean nil) {

  static ReportedVersion of(Recorded reported, ReportContent content) {
    Map<String, Figure> figures = new TreeMap<>();
    reported.figures().forEach(figure -> figures.put(figure.violationType(), figure));
    return new ReportedVersion(
        figures, reported.totals(), content.sections(), content.corrections(), content.nil());
  }
}
