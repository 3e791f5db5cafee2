package vn.phoihop.bench.push;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.http.Reports;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Subscription;
import vn.phoihop.bench.load.ClosedLoop;
import vn.phoihop.bench.load.OpenLoop;
import vn.phoihop.bench.stack.Pause;

/** Ours: a report, and the webhook of it to the Police. */
final class Product implements AutoCloseable {

  private static final int WORKERS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String QUEUED =
      """
      SELECT count(*) FROM notification.delivery WHERE state IN ('QUEUED', 'SENDING')""";

  private final Lab lab;
  private final Reports reports;
  private final List<Wire> wires;
  private final Arrivals arrivals;
  private final Subscription subscription;
  private String whole = "";

  Product(Lab lab, Arrivals arrivals) {
    this.lab = lab;
    this.arrivals = arrivals;
    this.reports = lab.reports();
    this.wires = Stream.generate(() -> new Wire(reports.port())).limit(WORKERS).toList();
    this.subscription = Subscription.of(lab, arrivals.url());
  }

  /**
   * Reports without a clock, so that the JIT has seen all of the way: at a hundred a second that
   * would take minutes. Returns how many.
   */
  int rush(Duration length) {
    try (ClosedLoop clients = new ClosedLoop(WORKERS, reports.port(), reports::send)) {
      return clients.run(length).latencies().count();
    }
  }

  /** Waits for the webhooks of a rush. */
  void awaitQueue() {
    Pause.until(
        "webhooks still to be sent",
        PATIENCE,
        200,
        () -> lab.stack().database().number(QUEUED) == 0);
    arrivals.forget();
  }

  /**
   * Reports by the clock and waits until all webhooks have arrived; a loss is a failure.
   *
   * @param answered is told the number of each report as soon as its 201 has come
   */
  Percentiles run(int perSecond, Duration length, IntConsumer answered) {
    int count = OpenLoop.count(perSecond, length);
    String[] ids = new String[count];
    long[] dues = new long[count];
    long[] begins = new long[count];
    OpenLoop.run(
        perSecond,
        length,
        WORKERS,
        (worker, n, due) -> {
          dues[n] = due;
          ids[n] = reports.send(wires.get(worker));
          begins[n] = System.nanoTime();
          answered.accept(n);
        });
    arrivals.await(Arrays.asList(ids));
    whole = PushRow.text(since(dues, ids));
    Percentiles latencies = since(begins, ids);
    arrivals.forget();
    return latencies;
  }

  /** A webhook may overtake the answer: then it took no time. */
  private Percentiles since(long[] begins, String[] ids) {
    return Percentiles.of(
        IntStream.range(0, ids.length)
            .mapToLong(n -> Math.max(0, arrivals.time(ids[n]) - begins[n]))
            .toArray());
  }

  /** Of the last run, from when each report was due: intake included, and its delays. */
  String whole() {
    return whole;
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
    subscription.delete();
  }
}
