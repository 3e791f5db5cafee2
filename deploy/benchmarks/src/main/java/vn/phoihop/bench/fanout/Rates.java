package vn.phoihop.bench.fanout;

import java.util.Locale;

/** Deliveries a second: until the last webhook came, and until all of them were on record. */
record Rates(double arrived, double recorded) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f/s arrived, %.0f/s on record", arrived, recorded);
  }
}
