package vn.phoihop.bench.fanout;

import java.util.ArrayList;
import java.util.List;
import vn.phoihop.bench.figure.Alternation;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Pair;
import vn.phoihop.bench.figure.Reach;
import vn.phoihop.bench.http.Receiver;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Row;

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
      Rates warm = product.tell(wire, events);
      double bareWarm = bare.post(events);
      lab.say("   warm ours %s   bare %.0f/s", warm, bareWarm);
      List<Pair> recorded = new ArrayList<>();
      List<Pair> arrived = new ArrayList<>();
      for (int round = 0; round < lab.sizes().rounds(); round++) {
        Rates ours = warm;
        double against = bareWarm;
        for (Side side : Alternation.order(List.of(Side.values()), round)) {
          if (side == Side.OURS) {
            ours = product.tell(wire, events);
          } else {
            against = bare.post(events);
          }
        }
        lab.say("   %d    ours %s   bare %.0f/s", round + 1, ours, against);
        recorded.add(new Pair(ours.recorded(), against));
        arrived.add(new Pair(ours.arrived(), against));
      }
      return new Outcome("fan-out", figures(endpoints, recorded, arrived), null);
    }
  }

  private static List<Figure> figures(int endpoints, List<Pair> recorded, List<Pair> arrived) {
    return List.of(
        Figure.of(
            "one event to %d endpoints, until all is on record".formatted(endpoints),
            Pair.middle(recorded, REACH),
            "deliveries/s",
            REACH),
        Figure.of(
            "the same, until the last has arrived",
            Pair.middle(arrived, REACH),
            "deliveries/s",
            REACH));
  }
}
