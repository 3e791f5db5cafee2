package vn.phoihop.bench.load;

import java.time.Duration;
import vn.phoihop.bench.figure.Percentiles;

/** What a window of load came to. */
public record Window(Duration length, Percentiles latencies) {

  public double perSecond() {
    return latencies.count() / (length.toNanos() / 1e9);
  }
}
