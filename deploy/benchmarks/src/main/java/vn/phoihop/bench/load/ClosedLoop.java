package vn.phoihop.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phoihop.bench.figure.Durations;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.deploy.Failure;

/** Clients that each send the next request when the former is answered: what pgbench does. */
public final class ClosedLoop implements AutoCloseable {

  private final List<Wire> wires;
  private final Consumer<Wire> request;

  /**
   * @param request sends one request and fails where the answer is not the one wanted
   */
  public ClosedLoop(int clients, int port, Consumer<Wire> request) {
    this.wires = Stream.generate(() -> new Wire(port)).limit(clients).toList();
    this.request = request;
  }

  /** Ends by itself when the time is up; what is answered later does not count. */
  public Window run(Duration length) {
    List<Durations> noted =
        IntStream.range(0, wires.size()).mapToObj(client -> new Durations()).toList();
    long end = System.nanoTime() + length.toNanos();
    Crew.run(wires.size(), client -> work(wires.get(client), noted.get(client), end));
    long[] all = Durations.all(noted);
    if (all.length == 0) {
      throw new Failure("nothing was answered within %d s".formatted(length.toSeconds()));
    }
    return new Window(length, Percentiles.of(all));
  }

  private void work(Wire wire, Durations noted, long end) {
    long begin = System.nanoTime();
    while (begin - end < 0) {
      request.accept(wire);
      long answered = System.nanoTime();
      if (answered - end < 0) {
        noted.add(answered - begin);
      }
      begin = answered;
    }
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
  }
}
