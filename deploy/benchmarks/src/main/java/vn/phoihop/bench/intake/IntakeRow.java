package vn.phoihop.bench.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.phoihop.bench.figure.Alternation;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Pair;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.figure.Reach;
import vn.phoihop.bench.figure.Settling;
import vn.phoihop.bench.http.Reports;
import vn.phoihop.bench.lab.CpuTime;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Row;
import vn.phoihop.bench.lab.Sizes;
import vn.phoihop.bench.load.ClosedLoop;
import vn.phoihop.bench.load.Window;
import vn.phoihop.bench.stack.Database;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;

/**
 * 32 clients that report, each when its former report is answered, beside the same number that only
 * send SQL to the same PostgreSQL. Of the services incident-service alone runs, its relay included;
 * Kafka and Keycloak run too.
 */
public final class IntakeRow implements Row {

  private static final int CLIENTS = 32;
  private static final Reach ROWS = Reach.atLeast(0.7);
  private static final Reach SAME = Reach.atLeast(0.4);

  private enum Side {
    OURS,
    ROW_BY_ROW,
    SAME_STATEMENTS
  }

  @Override
  public Outcome measure(Lab lab) {
    lab.stack().all();
    Reports reports = lab.reports();
    lab.stack().only(Set.of(Port.INCIDENT));
    Scratch.create(lab.stack());
    Opponents opponents = new Opponents(new Capture(lab).take());
    Driver driver = Pgbench.onPath(lab.stack()).orElseGet(() -> new Jdbc(lab.stack()));
    Map<Side, Script> scripts = new EnumMap<>(Side.class);
    scripts.put(Side.ROW_BY_ROW, rowByRow(lab, opponents));
    scripts.put(Side.SAME_STATEMENTS, opponents.sameStatements());
    scripts
        .values()
        .forEach(
            script ->
                lab.say(
                    "   opponent: %s, %d round trips, by %s",
                    script.name(), script.trips().size(), driver.name()));
    try (ClosedLoop clients = new ClosedLoop(CLIENTS, reports.port(), reports::send)) {
      warmUp(lab, clients);
      scripts.values().forEach(script -> driver.run(script, CLIENTS, lab.sizes().window()));
      return rounds(lab, clients, driver, scripts);
    }
  }

  private static Script rowByRow(Lab lab, Opponents opponents) {
    try (Connection connection = lab.stack().database().superuser(Database.SERVICES)) {
      return opponents.rowByRow(connection);
    } catch (SQLException e) {
      throw new Failure("PostgreSQL: " + e.getMessage(), e);
    }
  }

  private static void warmUp(Lab lab, ClosedLoop clients) {
    Sizes sizes = lab.sizes();
    Settling settling = new Settling(sizes.warmUp().toSeconds());
    double seconds = sizes.window().toSeconds();
    boolean over = false;
    while (!over && settling.elapsed() < sizes.mostWarmUp().toSeconds()) {
      double rate = clients.run(sizes.window()).perSecond();
      over = settling.isOver(seconds, rate);
      lab.say("   warm-up, at %3.0f s: %5.0f/s", settling.elapsed(), rate);
    }
    if (!over) {
      lab.say("   DID NOT SETTLE: the last windows differ by %.0f %%", settling.difference() * 100);
    }
  }

  private static Outcome rounds(
      Lab lab, ClosedLoop clients, Driver driver, Map<Side, Script> scripts) {
    Duration length = lab.sizes().measured();
    List<Pair> rows = new ArrayList<>();
    List<Pair> same = new ArrayList<>();
    List<Percentiles> latencies = new ArrayList<>();
    for (int round = 0; round < lab.sizes().rounds(); round++) {
      Map<Side, Double> rates = new EnumMap<>(Side.class);
      for (Side side : Alternation.order(List.of(Side.values()), round)) {
        Script script = scripts.get(side);
        if (script == null) {
          CpuTime cpu = CpuTime.from(lab.stack());
          Window window = clients.run(length);
          lab.say("        processor, ms a report: %s", cpu.perOne(window.latencies().count()));
          latencies.add(window.latencies());
          rates.put(side, window.perSecond());
          lab.awaitRelay();
        } else {
          rates.put(side, driver.run(script, CLIENTS, length));
        }
      }
      Pair toRows = pair(rates, Side.ROW_BY_ROW);
      Pair toSame = pair(rates, Side.SAME_STATEMENTS);
      rows.add(toRows);
      same.add(toSame);
      Percentiles measured = latencies.get(round);
      lab.say(
          "   %d    ours %.0f/s (p50 %.1f ms, p99 %.1f ms)   row by row %.0f/s: %.2f"
              + "   same statements %.0f/s: %.2f",
          round + 1,
          toRows.ours(),
          measured.p50Millis(),
          measured.p99Millis(),
          toRows.against(),
          toRows.ratio(),
          toSame.against(),
          toSame.ratio());
    }
    Pair middle = Pair.middle(rows, ROWS);
    return new Outcome(
        "intake",
        List.of(
            Figure.of(
                "POST /incidents, 32 clients, against row by row", middle, "incidents/s", ROWS),
            Figure.of(
                "the same, against its own statements",
                Pair.middle(same, SAME),
                "incidents/s",
                SAME)),
        latencies.get(rows.indexOf(middle)));
  }

  private static Pair pair(Map<Side, Double> rates, Side opponent) {
    return new Pair(
        rates.getOrDefault(Side.OURS, Double.NaN), rates.getOrDefault(opponent, Double.NaN));
  }
}
