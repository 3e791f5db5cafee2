package vn.phoihop.bench.figure;

import java.util.Arrays;

/** Of durations in nanoseconds; by nearest rank, so that each is a duration that occurred. */
public final class Percentiles {

  private final long[] sorted;

  private Percentiles(long[] sorted) {
    this.sorted = sorted;
  }

  public static Percentiles of(long... nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("there is no percentile of nothing");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Percentiles(sorted);
  }

  /**
   * The smallest duration that at least this share of all do not exceed.
   *
   * @param share from 0 (exclusive) to 1
   */
  public long nanos(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
  }

  public double p50Millis() {
    return nanos(0.5) / 1e6;
  }

  public double p99Millis() {
    return nanos(0.99) / 1e6;
  }

  public int count() {
    return sorted.length;
  }
}
