package vn.phoihop.bench.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import vn.phoihop.bench.figure.Alternation;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Pair;
import vn.phoihop.bench.figure.Reach;
import vn.phoihop.bench.figure.Settling;
import vn.phoihop.bench.http.Receiver;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Row;
import vn.phoihop.bench.lab.Sizes;

/**
 * One event to many endpoints, each with a port and a subscription of its own: deliveries a second
 * from the 201 of the report until every delivery is on record as made, and until the last webhook
 * has come. The opponent posts as many bytes to the same endpoints with the same client.
 */
public final class FanOutRow implements Row {

  private static final Reach REACH = Reach.atLeast(0.5);

  private enum Side {
    OURS,
    BARE
  }

  @Override
  public Outcome measure(Lab lab) {
    lab.stack().all();
    int endpoints = lab.sizes().endpoints();
    int events = lab.sizes().events();
    Counter counter = new Counter();
    try (Receiver receiver = new Receiver(endpoints, counter::arrived);
        Product product = new Product(lab, receiver, counter, endpoints);
        Bare bare = new Bare(receiver, counter, endpoints);
        Wire wire = new Wire(lab.reports().port())) {
      warmUp(lab, "ours", () -> product.tell(wire, events), Rates::recorded);
      warmUp(lab, "bare", () -> bare.post(events), rate -> rate);
      List<Rates> ours = new ArrayList<>();
      List<Double> against = new ArrayList<>();
      for (int round = 0; round < lab.sizes().rounds(); round++) {
        for (Side side : Alternation.order(List.of(Side.values()), round)) {
          if (side == Side.OURS) {
            ours.add(product.tell(wire, events));
          } else {
            against.add(bare.post(events));
          }
        }
        lab.say("   %d    ours %s   bare %.0f/s", round + 1, ours.get(round), against.get(round));
      }
      return new Outcome(
          "fan-out",
          List.of(
              figure(
                  "one event to %d endpoints, until all is on record".formatted(endpoints),
                  ours.stream().map(Rates::recorded).toList(),
                  against),
              figure(
                  "the same, until the last has arrived",
                  ours.stream().map(Rates::arrived).toList(),
                  against)),
          null);
    }
  }

  /** Each side by itself, until two windows one after the other are nearly the same. */
  private static <T> void warmUp(
      Lab lab, String name, Supplier<T> window, ToDoubleFunction<T> rate) {
    Sizes sizes = lab.sizes();
    Settling settling = new Settling(sizes.warmUp().toSeconds());
    boolean over = false;
    while (!over && settling.elapsed() < sizes.mostWarmUp().toSeconds()) {
      long begin = System.nanoTime();
      double measured = rate.applyAsDouble(window.get());
      over = settling.isOver((System.nanoTime() - begin) / 1e9, measured);
    }
    lab.say(
        "   warm %s: %.0f s, the last windows differ by %.0f %%%s",
        name, settling.elapsed(), settling.difference() * 100, over ? "" : ": DID NOT SETTLE");
  }

  private static Figure figure(String what, List<Double> ours, List<Double> against) {
    List<Pair> pairs =
        IntStream.range(0, ours.size())
            .mapToObj(round -> new Pair(ours.get(round), against.get(round)))
            .toList();
    return Figure.of(what, Pair.middle(pairs, REACH), "deliveries/s", REACH);
  }
}
