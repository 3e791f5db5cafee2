package vn.phoihop.bench.figure;

/** When a warm-up is over: long enough, and two windows one after the other nearly the same. */
public final class Settling {

  private static final double NEARLY = 0.05;

  private final double least;
  private double elapsed;
  private double last = Double.NaN;
  private double difference = Double.NaN;

  /**
   * @param leastSeconds how long it lasts at least
   */
  public Settling(double leastSeconds) {
    this.least = leastSeconds;
  }

  /** Takes a window's figure, a rate or a latency; says whether the warm-up is over. */
  public boolean isOver(double seconds, double figure) {
    elapsed += seconds;
    difference = Math.abs(figure - last) / Math.max(figure, last);
    last = figure;
    return elapsed >= least && difference < NEARLY;
  }

  public double elapsed() {
    return elapsed;
  }

  /** Between the last two windows, as a share of the larger; NaN after the first. */
  public double difference() {
    return difference;
  }
}
