package vn.phoihop.bench.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.phoihop.bench.stack.BenchStack;
import vn.phoihop.deploy.Port;

/** Looks at the resident memory of the four services twice a second, by ps. */
final class Memory implements AutoCloseable {

  private static final long EVERY_MILLIS = 500;

  private final Map<Long, Port> services;
  private final Map<Port, Double> peaks = new EnumMap<>(Port.class);
  private final Thread watch = new Thread(this::keepLooking, "memory");
  private double peakOfAll;
  private volatile boolean closed;

  Memory(BenchStack stack) {
    services =
        BenchStack.SERVICES.stream()
            .collect(
                Collectors.toMap(
                    port -> Objects.requireNonNull(stack.process(port)).pid(), port -> port));
    watch.setDaemon(true);
    watch.start();
  }

  /** Of each service, in megabytes (10^6 bytes). */
  synchronized Map<Port, Double> peaks() {
    return new EnumMap<>(peaks);
  }

  /** Of all at the same moment. */
  synchronized double peakOfAll() {
    return peakOfAll;
  }

  private void keepLooking() {
    while (!closed) {
      look();
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void look() {
    Map<Long, Double> now = parse(ps());
    synchronized (this) {
      double sum = 0;
      for (Map.Entry<Long, Double> process : now.entrySet()) {
        Port service = services.get(process.getKey());
        if (service != null) {
          peaks.merge(service, process.getValue(), Math::max);
          sum += process.getValue();
        }
      }
      peakOfAll = Math.max(peakOfAll, sum);
    }
  }

  private String ps() {
    String pids = services.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
    try {
      Process ps = new ProcessBuilder("ps", "-o", "pid=,rss=", "-p", pids).start();
      try (InputStream out = ps.getInputStream()) {
        return new String(out.readAllBytes(), StandardCharsets.US_ASCII);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("ps does not run", e);
    }
  }

  /** Lines of "pid kibibytes" as megabytes by pid. */
  static Map<Long, Double> parse(String lines) {
    return lines
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length == 2)
        .collect(
            Collectors.toMap(
                columns -> Long.valueOf(columns[0]),
                columns -> Long.parseLong(columns[1]) * 1024 / 1e6));
  }

  @Override
  public void close() {
    closed = true;
    watch.interrupt();
  }
}
