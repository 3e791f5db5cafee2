package vn.phoihop.bench.start;

import java.time.Duration;
import java.util.List;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Reach;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Row;
import vn.phoihop.bench.load.ClosedLoop;
import vn.phoihop.bench.load.Window;
import vn.phoihop.bench.stack.BenchStack;
import vn.phoihop.deploy.Port;

/**
 * The stack is started once, so that Keycloak has its build and its realm, stopped and started
 * again: the second time counts. Then the services are loaded and their memory is looked at.
 */
public final class StartRow implements Row {

  private static final int CLIENTS = 32;
  private static final Reach SECONDS = Reach.atMost(60);
  private static final Reach MEGABYTES = Reach.atMost(1_300);

  @Override
  public Outcome measure(Lab lab) {
    BenchStack stack = lab.stack();
    Duration first = stack.startFirst();
    stack.down();
    Duration again = stack.up();
    lab.say("   first start %.1f s, second %.1f s", seconds(first), seconds(again));
    double memory = memoryUnderLoad(lab);
    return new Outcome(
        "start",
        List.of(
            new Figure("built tree to all ready", seconds(again), null, "s", SECONDS),
            new Figure("resident memory of the four services", memory, null, "MB", MEGABYTES)),
        null);
  }

  /** Reports as fast as they are taken, which loads all that follows, and lists everywhere. */
  private static double memoryUnderLoad(Lab lab) {
    BenchStack stack = lab.stack();
    var unused = lab.reportOnce();
    var reports = lab.reports();
    Duration length = lab.sizes().load();
    try (Memory memory = new Memory(stack);
        Reading reading = new Reading(lab);
        ClosedLoop clients = new ClosedLoop(CLIENTS, reports.port(), reports::send)) {
      Window window = clients.run(length);
      lab.say(
          "   under load: %.0f incidents/s for %d s, %d lists beside them",
          window.perSecond(), length.toSeconds(), reading.count());
      memory.peaks().forEach((port, mb) -> lab.say("   %-21s %4.0f MB at most", name(port), mb));
      return memory.peakOfAll();
    }
  }

  private static String name(Port service) {
    return BenchStack.name(service);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
