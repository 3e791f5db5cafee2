package vn.phoihop.bench.fanout;

import java.util.Locale;
import vn.phoihop.bench.figure.Pair;

/**
 * Deliveries a second in a round: ours until the last webhook came and until all of them were on
 * record, and the opponent's.
 */
record Rates(double arrived, double recorded, double bare) {

  Pair untilArrived() {
    return new Pair(arrived, bare);
  }

  Pair untilRecorded() {
    return new Pair(recorded, bare);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ours %.0f/s arrived, %.0f/s on record   bare %.0f/s",
        arrived,
        recorded,
        bare);
  }
}
