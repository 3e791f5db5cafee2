package vn.phoihop.bench.figure;

/** A figure to reach: at least so much, or at most. */
public record Reach(double limit, boolean atLeast) {

  public static Reach atLeast(double limit) {
    return new Reach(limit, true);
  }

  public static Reach atMost(double limit) {
    return new Reach(limit, false);
  }

  public boolean isReachedBy(double value) {
    return atLeast ? value >= limit : value <= limit;
  }

  @Override
  public String toString() {
    return (atLeast ? "≥ " : "≤ ") + Numbers.plain(limit);
  }
}
