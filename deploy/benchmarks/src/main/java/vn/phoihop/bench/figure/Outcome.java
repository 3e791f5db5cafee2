package vn.phoihop.bench.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a row.
 *
 * @param figures the row's own first
 * @param latencies ours, where the row has any
 */
public record Outcome(String row, List<Figure> figures, @Nullable Percentiles latencies) {

  public boolean ok() {
    return figures.stream().allMatch(Figure::ok);
  }
}
