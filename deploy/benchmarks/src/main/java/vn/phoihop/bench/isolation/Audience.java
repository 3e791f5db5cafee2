package vn.phoihop.bench.isolation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.http.Receiver;
import vn.phoihop.bench.http.Reports;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Subscription;
import vn.phoihop.bench.load.OpenLoop;
import vn.phoihop.bench.stack.Pause;

/** The endpoints that answer and those that do not, each with a subscription of its own. */
final class Audience implements AutoCloseable {

  private static final String PERSON = "police";
  private static final int WORKERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** After so many failures in a row the product knows; then one more call at a time is made. */
  private static final int KNOWN = 3;

  private final Lab lab;
  private final Reports reports;
  private final List<Wire> wires;
  private final Arrivals arrivals;
  private final Receiver receiver;
  private final Holes holes;
  private final List<Subscription> healthy;
  private final List<Subscription> silent;
  private boolean beside = true;

  Audience(Lab lab, int healthyEndpoints, int holeEndpoints) {
    this.lab = lab;
    reports = lab.reports();
    wires = Stream.generate(() -> new Wire(reports.port())).limit(WORKERS).toList();
    arrivals = new Arrivals(healthyEndpoints);
    receiver = new Receiver(healthyEndpoints, arrivals::note);
    holes = new Holes(holeEndpoints);
    String token = lab.token(PERSON);
    healthy =
        IntStream.range(0, healthyEndpoints)
            .mapToObj(i -> Subscription.of(lab, receiver.url(i), token))
            .toList();
    silent =
        IntStream.range(0, holeEndpoints)
            .mapToObj(i -> Subscription.of(lab, holes.url(i), token))
            .toList();
  }

  /** Pauses the black holes, and waits for what is still under way to them. */
  void alone() {
    if (beside) {
      String token = lab.token(PERSON);
      silent.forEach(each -> each.pause(token));
      beside = false;
    }
    Pause.until(
        "calls under way to black holes",
        PATIENCE,
        200,
        () -> ofHoles("count(*)", "d.state = 'SENDING'") == 0);
  }

  /** Resumes the black holes, and waits until each of them is called. */
  void besideHoles() {
    if (!beside) {
      int[] before = holes.calls();
      String token = lab.token(PERSON);
      silent.forEach(each -> each.resume(token));
      beside = true;
      Pause.until(
          "a call to each black hole",
          PATIENCE,
          100,
          () -> Arrays.stream(since(before)).allMatch(calls -> calls > 0));
    }
  }

  /** Waits until the product has had of each black hole what makes it careful. */
  void awaitKnown() {
    Pause.until(
        "failures of each black hole",
        PATIENCE,
        500,
        () ->
            ofHoles(
                    "count(DISTINCT d.subscription_id)",
                    "(SELECT count(*) FROM notification.attempt a JOIN notification.delivery o"
                        + " ON o.id = a.delivery_id WHERE o.subscription_id = d.subscription_id)"
                        + " >= "
                        + KNOWN)
                == silent.size());
  }

  private long ofHoles(String what, String condition) {
    String ids =
        silent.stream().map(each -> "'" + each.id() + "'").collect(Collectors.joining(", "));
    return lab.stack()
        .database()
        .number(
            "SELECT %s FROM notification.delivery d WHERE d.subscription_id IN (%s) AND %s"
                .formatted(what, ids, condition));
  }

  int[] calls() {
    return holes.calls();
  }

  int[] since(int[] before) {
    int[] now = holes.calls();
    return IntStream.range(0, now.length).map(i -> now[i] - before[i]).toArray();
  }

  /** From the 201 of each report to its webhook at each endpoint that answers. */
  Percentiles report(int perSecond, Duration length) {
    int count = OpenLoop.count(perSecond, length);
    String[] ids = new String[count];
    long[] answered = new long[count];
    OpenLoop.run(
        perSecond,
        length,
        WORKERS,
        (worker, n, due) -> {
          ids[n] = reports.send(wires.get(worker));
          answered[n] = System.nanoTime();
        });
    arrivals.await(Arrays.asList(ids));
    LongStream all =
        IntStream.range(0, count).boxed().flatMapToLong(n -> arrivals.since(answered[n], ids[n]));
    Percentiles latencies = Percentiles.of(all.toArray());
    arrivals.forget();
    return latencies;
  }

  /** The row after this one counts subscriptions. */
  @Override
  public void close() {
    String token = lab.token(PERSON);
    Stream.concat(healthy.stream(), silent.stream()).forEach(each -> each.delete(token));
    wires.forEach(Wire::close);
    holes.close();
    receiver.close();
  }
}
