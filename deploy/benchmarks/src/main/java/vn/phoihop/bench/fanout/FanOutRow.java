package vn.phoihop.bench.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.phoihop.bench.figure.Alternation;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Pair;
import vn.phoihop.bench.figure.Reach;
import vn.phoihop.bench.figure.Settling;
import vn.phoihop.bench.http.Receiver;
import vn.phoihop.bench.http.Reports;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Row;
import vn.phoihop.bench.lab.Sizes;
import vn.phoihop.bench.load.ClosedLoop;

/**
 * One event to many endpoints, each with a port and a subscription of its own: deliveries a second
 * from the 201 of the report until every delivery is on record as made, and until the last webhook
 * has come. The opponent posts as many bytes to the same endpoints with the same client: one event
 * too, when ours is over, so that both find connections and processors as they are left by a pause.
 */
public final class FanOutRow implements Row {

  private static final Reach REACH = Reach.atLeast(0.5);
  private static final int WORKERS = 16;

  private enum Side {
    OURS,
    BARE
  }

  @Override
  public Outcome measure(Lab lab) {
    lab.stack().all();
    rush(lab);
    int endpoints = lab.sizes().endpoints();
    Counter counter = new Counter();
    try (Receiver receiver = new Receiver(endpoints, counter::arrived);
        Product product = new Product(lab, receiver, counter, endpoints);
        Bare bare = new Bare(receiver, counter, endpoints);
        Wire wire = new Wire(lab.reports().port())) {
      product.rest();
      warmUp(lab, product, wire, bare);
      List<Rates> rounds = new ArrayList<>();
      for (int i = 0; i < lab.sizes().rounds(); i++) {
        Rates round = round(lab, product, wire, bare);
        rounds.add(round);
        lab.say("   %d    %s", i + 1, round);
      }
      return new Outcome(
          "fan-out",
          List.of(
              figure(
                  "one event to %d endpoints, until all is on record".formatted(endpoints),
                  rounds,
                  Rates::untilRecorded),
              figure("the same, until the last has arrived", rounds, Rates::untilArrived)),
          null);
    }
  }

  /** Before anybody subscribes: a few hundred reports are too few for what takes them to settle. */
  private static void rush(Lab lab) {
    Reports reports = lab.reports();
    try (ClosedLoop clients = new ClosedLoop(WORKERS, reports.port(), reports::send)) {
      int count = clients.run(lab.sizes().load()).latencies().count();
      lab.say("   warm-up: %d reports as fast as they are taken", count);
    }
  }

  /** As many events as there is time for, and then until two rounds are nearly the same. */
  private static void warmUp(Lab lab, Product product, Wire wire, Bare bare) {
    Sizes sizes = lab.sizes();
    long end = System.nanoTime() + sizes.warmUp().toNanos();
    while (System.nanoTime() - end < 0) {
      product.tell(wire);
      bare.post();
    }
    Settling settling = new Settling(0);
    boolean over = false;
    while (!over && settling.elapsed() < sizes.mostWarmUp().minus(sizes.warmUp()).toSeconds()) {
      long begin = System.nanoTime();
      double arrived = round(lab, product, wire, bare).arrived();
      over = settling.isOver((System.nanoTime() - begin) / 1e9, arrived);
    }
    lab.say(
        "   warm: the last rounds differ by %.0f %%%s",
        settling.difference() * 100, over ? "" : ": DID NOT SETTLE");
  }

  private static Rates round(Lab lab, Product product, Wire wire, Bare bare) {
    double arrived = 0;
    double recorded = 0;
    double against = 0;
    for (int event = 0; event < lab.sizes().events(); event++) {
      for (Side side : Alternation.order(List.of(Side.values()), event)) {
        if (side == Side.OURS) {
          Times times = product.tell(wire);
          product.rest();
          arrived += times.arrived();
          recorded += times.recorded();
        } else {
          against += bare.post();
        }
      }
    }
    double all = (double) lab.sizes().events() * lab.sizes().endpoints();
    return new Rates(all / arrived, all / recorded, all / against);
  }

  private static Figure figure(String what, List<Rates> rounds, Function<Rates, Pair> pair) {
    return Figure.of(
        what, Pair.middle(rounds.stream().map(pair).toList(), REACH), "deliveries/s", REACH);
  }
}
