package vn.phoihop.bench.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.phoihop.bench.figure.Durations;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Pair;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.figure.Reach;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Row;
import vn.phoihop.deploy.Port;

/**
 * Pages of 50 of a list of millions: at each depth and for each kind of party one page again and
 * again, in turn with the first one; the median of each. The worst ratio is the row's.
 *
 * <p>The cursors are the service's own: rows are made oldest first, and now and then each party
 * asks for its first page, whose cursor later stands deep below what was made after it.
 */
public final class ListsRow implements Row {

  private static final Reach REACH = Reach.atMost(1.2);

  /** What share of the rows is made when cursors are taken; the rest will lie above them. */
  private static final double[] STAGES = {0.001, 0.1, 0.5, 0.9, 0.99, 1};

  /** Of which the enterprise, with one in twenty, has more than a page. */
  private static final int FEWEST = 1_200;

  private static final int WARM_UP = 300;

  private record Measured(String who, double depth, Percentiles deep, Percentiles first) {

    Pair pair() {
      return new Pair(deep.p50Millis(), first.p50Millis());
    }
  }

  @Override
  public Outcome measure(Lab lab) {
    lab.stack().ensureStarted();
    String template = lab.reportOnce();
    lab.stack().only(Set.of(Port.INCIDENT));
    int incidents = lab.sizes().incidents();
    try (Wire wire = new Wire(lab.stack().settings().port(Port.INCIDENT));
        Rows rows = new Rows(lab, template)) {
      Map<Double, List<String>> cursors = new LinkedHashMap<>();
      for (double stage : STAGES) {
        int made = Math.min(incidents, Math.max(FEWEST, (int) (incidents * stage)));
        rows.makeUpTo(made);
        if (stage < 1) {
          List<String> next = parties(lab, wire).stream().map(Pages::next).toList();
          cursors.put(1 - (double) made / incidents, next);
        }
      }
      rows.settle();
      List<Pages> parties =
          parties(lab, wire); // with fresh tokens: making the rows took longer than they last
      List<Measured> all = new ArrayList<>();
      for (int i = 0; i < parties.size(); i++) {
        Pages pages = parties.get(i);
        for (Map.Entry<Double, List<String>> depth : cursors.entrySet()) {
          all.add(measure(lab, pages, depth.getKey(), depth.getValue().get(i)));
        }
      }
      return outcome(incidents, all);
    }
  }

  private static List<Pages> parties(Lab lab, Wire wire) {
    return List.of(
        new Pages(wire, "department", lab.token("department")),
        new Pages(wire, "agency", lab.token("police")),
        new Pages(wire, "enterprise", lab.bearer().token()));
  }

  private static Measured measure(Lab lab, Pages pages, double depth, String cursor) {
    for (int i = 0; i < Math.min(WARM_UP, lab.sizes().pages()); i++) {
      pages.read("");
      pages.read(cursor);
    }
    Durations first = new Durations();
    Durations deep = new Durations();
    for (int i = 0; i < lab.sizes().pages(); i++) {
      first.add(pages.read(""));
      deep.add(pages.read(cursor));
    }
    Measured measured =
        new Measured(
            pages.who(), depth, Percentiles.of(deep.toArray()), Percentiles.of(first.toArray()));
    lab.say(
        "   %-10s at %4.1f %% depth: p50 %.2f ms, first page %.2f ms: %.2f",
        measured.who(),
        depth * 100,
        measured.deep().p50Millis(),
        measured.first().p50Millis(),
        measured.pair().ratio());
    return measured;
  }

  private static Outcome outcome(int incidents, List<Measured> all) {
    Measured worst =
        all.stream().max(Comparator.comparingDouble(m -> m.pair().ratio())).orElseThrow();
    return new Outcome(
        "lists",
        List.of(
            Figure.of(
                "the worst page of %,d incidents (%s, %.1f %% deep)"
                    .formatted(incidents, worst.who(), worst.depth() * 100),
                worst.pair(),
                "ms",
                REACH)),
        worst.deep());
  }
}
