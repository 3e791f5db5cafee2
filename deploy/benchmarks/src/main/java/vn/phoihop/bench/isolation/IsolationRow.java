package vn.phoihop.bench.isolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.phoihop.bench.figure.Alternation;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Pair;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.figure.Reach;
import vn.phoihop.bench.lab.CpuTime;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Row;
import vn.phoihop.bench.lab.Sizes;

/**
 * What receivers that never answer cost the others: from the 201 of a report to its webhook at the
 * endpoints that answer, while a fifth of all accept and say nothing, against the same load while
 * the subscriptions of that fifth are paused.
 */
public final class IsolationRow implements Row {

  private static final int PER_SECOND = 5;
  private static final int ONE_HOLE_OF = 5;
  private static final Reach REACH = Reach.atMost(1.1);

  private enum Side {
    BESIDE_HOLES,
    ALONE
  }

  @Override
  public Outcome measure(Lab lab) {
    lab.stack().all();
    lab.awaitRelay();
    Sizes sizes = lab.sizes();
    int holes = sizes.isolationEndpoints() / ONE_HOLE_OF;
    int healthy = sizes.isolationEndpoints() - holes;
    lab.say("   %d endpoints that answer, %d black holes", healthy, holes);
    try (Audience audience = new Audience(lab, healthy, holes)) {
      // What comes before the third failure is told and not judged.
      Percentiles onset = audience.report(PER_SECOND, sizes.isolationMeasured());
      lab.say("   warm beside holes  %s (they become known)", text(onset));
      audience.awaitKnown();
      audience.alone();
      lab.say(
          "   warm alone         %s", text(audience.report(PER_SECOND, sizes.isolationMeasured())));
      List<Percentiles> beside = new ArrayList<>();
      List<Percentiles> alone = new ArrayList<>();
      for (int round = 0; round < sizes.rounds(); round++) {
        for (Side side : Alternation.order(List.of(Side.values()), round)) {
          Percentiles measured = side(lab, audience, side, round + 1);
          (side == Side.BESIDE_HOLES ? beside : alone).add(measured);
        }
      }
      return outcome(beside, alone);
    }
  }

  private static Percentiles side(Lab lab, Audience audience, Side side, int round) {
    if (side == Side.BESIDE_HOLES) {
      audience.besideHoles();
    } else {
      audience.alone();
    }
    int[] before = audience.calls();
    CpuTime cpu = CpuTime.from(lab.stack());
    Percentiles measured = audience.report(PER_SECOND, lab.sizes().isolationMeasured());
    int calls = Arrays.stream(audience.since(before)).sum();
    lab.say(
        "   %d    %-12s %s   %d calls to black holes",
        round, side == Side.ALONE ? "alone" : "beside holes", text(measured), calls);
    lab.say("        processor, ms each: %s", cpu.perOne(measured.count()));
    return measured;
  }

  static Outcome outcome(List<Percentiles> beside, List<Percentiles> alone) {
    List<Pair> p99 = new ArrayList<>();
    for (int i = 0; i < beside.size(); i++) {
      p99.add(new Pair(beside.get(i).p99Millis(), alone.get(i).p99Millis()));
    }
    Pair middle = Pair.middle(p99, REACH);
    return new Outcome(
        "isolation",
        List.of(Figure.of("201 to webhook, p99, a fifth black holes / none", middle, "ms", REACH)),
        beside.get(p99.indexOf(middle)));
  }

  private static String text(Percentiles latencies) {
    return "p50 %6.2f ms   p99 %6.2f ms   of %d"
        .formatted(latencies.p50Millis(), latencies.p99Millis(), latencies.count());
  }
}
