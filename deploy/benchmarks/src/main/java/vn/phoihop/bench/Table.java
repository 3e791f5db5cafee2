package vn.phoihop.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Numbers;
import vn.phoihop.bench.figure.Outcome;

/** What a person reads at the end. */
final class Table {

  private static final String LINE = "%-9s %-58s %10s %10s %8s %8s  %s%n";

  private Table() {}

  static String of(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder();
    text.append(line("row", "what", "ours", "against", "ratio", "reach", ""));
    for (Outcome outcome : outcomes) {
      String row = outcome.row();
      for (Figure figure : outcome.figures()) {
        text.append(
            line(
                row,
                figure.what() + " (" + figure.unit() + ")",
                number(figure.ours()),
                number(figure.against()),
                number(figure.ratio()),
                figure.reach(),
                figure.ok() ? "ok" : "NOT REACHED"));
        row = "";
      }
    }
    return text.toString();
  }

  private static String line(Object... columns) {
    return String.format(Locale.ROOT, LINE, columns);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : Numbers.plain(value);
  }
}
