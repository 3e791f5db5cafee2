package vn.phoihop.bench.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import vn.phoihop.bench.load.OpenLoop;

/**
 * A hundred incidents a second by the clock: from the 201 at the client to the webhook at the
 * receiver. The opponent is what no system of this kind can do without: produce to Kafka, consume,
 * POST. Each 201 sets it going too: a webhook shares the two cores with what else a report brings
 * about, and so does the opponent. How it does alone is printed.
 */
public final class PushRow implements Row {

  private static final int PER_SECOND = 100;
  private static final Reach P50 = Reach.atMost(2);
  private static final Reach P99 = Reach.atMost(4);

  /** What both took from the same 201s. */
  private record Measured(Percentiles ours, Percentiles chain) {}

  @Override
  public Outcome measure(Lab lab) {
    lab.stack().all();
    Sizes sizes = lab.sizes();
    lab.awaitRelay();
    Lag.awaitNone(lab.stack());
    try (Arrivals webhooks = new Arrivals();
        Arrivals posts = new Arrivals();
        Product product = new Product(lab, webhooks);
        BareChain chain = new BareChain(lab.stack().settings(), posts)) {
      lab.say("   warm-up: %d reports as fast as they are taken", product.rush(sizes.warmUp()));
      lab.awaitRelay();
      Lag.awaitNone(lab.stack());
      product.awaitQueue();
      warmUp(lab, product, chain);
      List<Measured> rounds = new ArrayList<>();
      for (int round = 1; round <= sizes.rounds(); round++) {
        CpuTime cpu = CpuTime.from(lab.stack());
        Measured measured = together(product, chain, sizes.measured());
        rounds.add(measured);
        lab.say("   %d    ours              %s", round, text(measured.ours()));
        lab.say("        bare chain        %s", text(measured.chain()));
        lab.say("        processor, ms for one of both: %s", cpu.perOne(measured.ours().count()));
        lab.say("        (from the time a report was due to its webhook: %s)", product.whole());
        lab.say("        bare chain, alone %s", text(chain.run(PER_SECOND, sizes.measured())));
      }
      return outcome(rounds);
    }
  }

  private static Measured together(Product product, BareChain chain, Duration length) {
    BareChain.Volley beside = chain.volley(OpenLoop.count(PER_SECOND, length));
    Percentiles ours = product.run(PER_SECOND, length, beside::send);
    return new Measured(ours, beside.await());
  }

  /** At the rate itself: what a rush leaves to compile delays a hundred a second for a minute. */
  private static void warmUp(Lab lab, Product product, BareChain chain) {
    Sizes sizes = lab.sizes();
    double seconds = sizes.pushWarmUp().toSeconds();
    Settling settling = new Settling(seconds);
    boolean over = false;
    while (!over && settling.elapsed() < sizes.mostWarmUp().toSeconds()) {
      Measured window = together(product, chain, sizes.pushWarmUp());
      over = settling.isOver(seconds, window.ours().p50Millis());
      lab.say("   warm ours              %s", text(window.ours()));
      lab.say("        bare chain        %s", text(window.chain()));
    }
    if (!over) {
      lab.say("   DID NOT SETTLE: the last windows differ by %.0f %%", settling.difference() * 100);
    }
  }

  private static Outcome outcome(List<Measured> rounds) {
    List<Pair> p50 = new ArrayList<>();
    List<Pair> p99 = new ArrayList<>();
    for (Measured round : rounds) {
      p50.add(new Pair(round.ours().p50Millis(), round.chain().p50Millis()));
      p99.add(new Pair(round.ours().p99Millis(), round.chain().p99Millis()));
    }
    Pair middle = Pair.middle(p50, P50);
    return new Outcome(
        "push",
        List.of(
            Figure.of("201 to webhook, p50, beside Kafka and a POST", middle, "ms", P50),
            Figure.of("the same, p99", Pair.middle(p99, P99), "ms", P99)),
        rounds.get(p50.indexOf(middle)).ours());
  }

  static String text(Percentiles latencies) {
    return "p50 %6.2f ms   p99 %6.2f ms   of %d"
        .formatted(latencies.p50Millis(), latencies.p99Millis(), latencies.count());
  }
}
