package vn.phoihop.bench.figure;

import org.jspecify.annotations.Nullable;

/**
 * A figure and what it had to reach.
 *
 * @param against the opponent's; null where there is none, and ours itself is to reach it
 */
public record Figure(String what, double ours, @Nullable Double against, String unit, Reach reach) {

  public static Figure of(String what, Pair pair, String unit, Reach reach) {
    return new Figure(what, pair.ours(), pair.against(), unit, reach);
  }

  public @Nullable Double ratio() {
    return against == null ? null : (Double) (ours / against);
  }

  public boolean ok() {
    Double ratio = ratio();
    return reach.isReachedBy(ratio == null ? ours : ratio);
  }
}
