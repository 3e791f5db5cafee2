package vn.phoihop.bench;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Numbers;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Percentiles;

/**
 * A line of deploy/bench-results.ndjson.
 *
 * @param ours the row's first figure, against its opponent's; ratio is ours / against
 * @param reach what the ratio is to reach; ours itself where there is no opponent
 * @param ok whether the first figure and all further ones reached theirs
 * @param p50 our latency in milliseconds, and p99; null where the row has none
 * @param further the row's other figures
 */
@JsonPropertyOrder({
  "row", "ours", "against", "ratio", "reach", "ok", "p50", "p99", "unit", "at", "commit", "machine",
  "what", "further"
})
record Result(
    String row,
    double ours,
    @Nullable Double against,
    @Nullable Double ratio,
    double reach,
    boolean ok,
    @Nullable Double p50,
    @Nullable Double p99,
    String unit,
    String at,
    String commit,
    String machine,
    String what,
    List<Further> further) {

  /** A figure as it is written and read. */
  record Further(
      String what,
      double ours,
      @Nullable Double against,
      @Nullable Double ratio,
      double reach,
      boolean ok,
      String unit) {

    static Further of(Figure figure) {
      return new Further(
          figure.what(),
          Numbers.round(figure.ours()),
          round(figure.against()),
          round(figure.ratio()),
          figure.reach().limit(),
          figure.ok(),
          figure.unit());
    }
  }

  static Result of(Outcome outcome, Instant at, Machine machine) {
    List<Further> all = outcome.figures().stream().map(Further::of).toList();
    Further first = all.get(0);
    Percentiles latencies = outcome.latencies();
    return new Result(
        outcome.row(),
        first.ours(),
        first.against(),
        first.ratio(),
        first.reach(),
        outcome.ok(),
        latencies == null ? null : round(latencies.p50Millis()),
        latencies == null ? null : round(latencies.p99Millis()),
        first.unit(),
        at.toString(),
        machine.commit(),
        machine.describe(),
        first.what(),
        all.subList(1, all.size()));
  }

  private static @Nullable Double round(@Nullable Double value) {
    return value == null ? null : (Double) Numbers.round(value);
  }
}
