package vn.phoihop.bench.push;

import java.util.ArrayList;
import java.util.List;
import vn.phoihop.bench.figure.Alternation;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Pair;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.figure.Reach;
import vn.phoihop.bench.figure.Settling;
import vn.phoihop.bench.lab.CpuTime;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Row;
import vn.phoihop.bench.lab.Sizes;

/**
 * A hundred incidents a second by the clock: from the 201 at the client to the webhook at the
 * receiver. The opponent, at the same rate in the same process, is what no system of this kind can
 * do without: produce to Kafka, consume, POST.
 */
public final class PushRow implements Row {

  private static final int PER_SECOND = 100;
  private static final Reach P50 = Reach.atMost(2);
  private static final Reach P99 = Reach.atMost(4);

  @Override
  public Outcome measure(Lab lab) {
    lab.stack().all();
    Sizes sizes = lab.sizes();
    lab.awaitRelay();
    Lag.awaitNone(lab.stack());
    try (Arrivals arrivals = new Arrivals();
        Product product = new Product(lab, arrivals);
        BareChain chain = new BareChain(lab.stack().settings(), arrivals)) {
      List<Side> sides = List.of(product, chain);
      lab.say("   warm-up: %d reports as fast as they are taken", product.rush(sizes.warmUp()));
      lab.awaitRelay();
      Lag.awaitNone(lab.stack());
      product.awaitQueue();
      for (Side side : sides) {
        warmUp(lab, side);
      }
      List<Percentiles> ours = new ArrayList<>();
      List<Percentiles> against = new ArrayList<>();
      for (int round = 0; round < sizes.rounds(); round++) {
        for (Side side : Alternation.order(sides, round)) {
          CpuTime cpu = CpuTime.from(lab.stack());
          Percentiles measured = side.run(PER_SECOND, sizes.measured());
          (side == product ? ours : against).add(measured);
          lab.say("   %d    %-10s %s", round + 1, side.name(), text(measured));
          lab.say("        processor, ms each: %s", cpu.perOne(measured.count()));
        }
        lab.say("        (from the time a report was due to its webhook: %s)", product.whole());
      }
      return outcome(ours, against);
    }
  }

  /** At the rate itself: what a rush leaves to compile delays a hundred a second for a minute. */
  private static void warmUp(Lab lab, Side side) {
    Sizes sizes = lab.sizes();
    double seconds = sizes.pushWarmUp().toSeconds();
    Settling settling = new Settling(seconds);
    boolean over = false;
    while (!over && settling.elapsed() < sizes.mostWarmUp().toSeconds()) {
      Percentiles window = side.run(PER_SECOND, sizes.pushWarmUp());
      over = settling.isOver(seconds, window.p50Millis());
      lab.say("   warm %-10s %s", side.name(), text(window));
    }
    if (!over) {
      lab.say("   DID NOT SETTLE: the last windows differ by %.0f %%", settling.difference() * 100);
    }
  }

  private static Outcome outcome(List<Percentiles> ours, List<Percentiles> against) {
    List<Pair> p50 = new ArrayList<>();
    List<Pair> p99 = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      p50.add(new Pair(ours.get(i).p50Millis(), against.get(i).p50Millis()));
      p99.add(new Pair(ours.get(i).p99Millis(), against.get(i).p99Millis()));
    }
    Pair middle = Pair.middle(p50, P50);
    return new Outcome(
        "push",
        List.of(
            Figure.of("201 to webhook, p50, against Kafka and a POST", middle, "ms", P50),
            Figure.of("the same, p99", Pair.middle(p99, P99), "ms", P99)),
        ours.get(p50.indexOf(middle)));
  }

  static String text(Percentiles latencies) {
    return "p50 %6.2f ms   p99 %6.2f ms   of %d"
        .formatted(latencies.p50Millis(), latencies.p99Millis(), latencies.count());
  }
}
