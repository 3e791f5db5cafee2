package vn.phoihop.reporting.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.phoihop.reporting.figure.Count;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.Totals;

/** Recorded figures, corrected: what a report says. */
final class Compilation {

  private Compilation() {}

  /**
   * A total follows the correction of its types, within what they allow, unless it is corrected
   * itself: a case of two types counts once in it.
   */
  static Recorded of(Recorded recorded, List<Correction> corrections) {
    Map<String, Figure> figures = new TreeMap<>();
    recorded.figures().forEach(figure -> figures.put(figure.violationType(), figure));
    Totals totals = recorded.totals();
    for (Correction correction : corrections) {
      String type = correction.violationType();
      if (type != null) {
        Count count = correction.figure();
        Figure before = figures.getOrDefault(type, Figure.none(type));
        figures.put(type, before.with(count, correction.value()));
        long moved = totals.get(count) + correction.value() - before.get(count);
        totals = totals.with(count, within(count, moved, figures.values()));
      }
    }
    for (Correction correction : corrections) {
      if (correction.violationType() == null) {
        totals = totals.with(correction.figure(), correction.value());
      }
    }
    figures.values().removeIf(Figure::isNone);
    return new Recorded(List.copyOf(figures.values()), totals);
  }

  private static long within(Count count, long total, Collection<Figure> figures) {
    return Math.min(Math.max(total, least(count, figures)), most(count, figures, total));
  }

  /** The cases of the largest type. */
  static long least(Count count, Collection<Figure> figures) {
    return figures.stream().mapToLong(figure -> figure.get(count)).max().orElse(0);
  }

  /** No case of two types; damage is prevented outside of cases as well. */
  static long most(Count count, Collection<Figure> figures, long otherwise) {
    return count == Count.PREVENTED_VND
        ? Math.max(otherwise, least(count, figures))
        : figures.stream().mapToLong(figure -> figure.get(count)).sum();
  }

  /** Current numbers less reported ones; a type without a difference is absent. */
  static Recorded variance(Recorded current, Recorded reported) {
    Map<String, Figure> figures = new TreeMap<>();
    current.figures().forEach(figure -> figures.put(figure.violationType(), figure));
    for (Figure figure : reported.figures()) {
      String type = figure.violationType();
      figures.put(type, figures.getOrDefault(type, Figure.none(type)).minus(figure));
    }
    figures.values().removeIf(Figure::isNone);
    return new Recorded(List.copyOf(figures.values()), current.totals().minus(reported.totals()));
  }
}
