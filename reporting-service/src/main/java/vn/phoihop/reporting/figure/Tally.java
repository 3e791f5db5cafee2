package vn.phoihop.reporting.figure;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** By how much figures move. Sorted, so that whoever writes them locks them in one order. */
final class Tally {

  record Key(String period, UUID enterpriseId, String violationType) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::period)
            .thenComparing(Key::enterpriseId)
            .thenComparing(Key::violationType);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<Key, Figure> figures = new TreeMap<>();
  private final Map<Key, Totals> totals = new TreeMap<>();

  void add(Contribution contribution) {
    move(contribution, contribution.counts());
  }

  void subtract(Contribution contribution) {
    move(contribution, Totals.NONE.minus(contribution.counts()));
  }

  private void move(Contribution contribution, Totals by) {
    for (String type : contribution.violationTypes()) {
      figures.merge(
          new Key(contribution.period(), contribution.enterpriseId(), type),
          Figure.of(type, by::get),
          Figure::plus);
    }
    totals.merge(new Key(contribution.period(), contribution.enterpriseId(), ""), by, Totals::plus);
  }

  /** By period, enterprise and type; without those that do not move. */
  Map<Key, Figure> figures() {
    figures.values().removeIf(Figure::isNone);
    return figures;
  }

  /** By period and enterprise; without those that do not move. */
  Map<Key, Totals> totals() {
    totals.values().removeIf(Totals::isNone);
    return totals;
  }
}
