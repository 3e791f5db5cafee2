package vn.phoihop.bench.push;

import java.time.Duration;
import vn.phoihop.bench.figure.Percentiles;

/** A way from here to the receiver. */
interface Side {

  String name();

  /** Sends at this rate by the clock and waits until all has arrived; a loss is a failure. */
  Percentiles run(int perSecond, Duration length);
}
