package vn.phoihop.bench.lab;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phoihop.bench.stack.BenchStack;

/**
 * What each part has spent of the processors. Told beside a figure, never judged: it says where the
 * time goes, and varies less than the clock does on a busy machine.
 */
public final class CpuTime {

  private static final List<String> OTHERS = List.of("postgres", "kafka");

  private final BenchStack stack;
  private final Map<String, Duration> begin;

  private CpuTime(BenchStack stack) {
    this.stack = stack;
    this.begin = spent(stack);
  }

  public static CpuTime from(BenchStack stack) {
    return new CpuTime(stack);
  }

  /** Since the beginning, milliseconds of each part for one of so many. */
  public String perOne(int count) {
    return spent(stack).entrySet().stream()
        .map(part -> text(part.getKey(), part.getValue(), count))
        .collect(Collectors.joining(", "));
  }

  private String text(String part, Duration end, int count) {
    Duration spent = end.minus(begin.getOrDefault(part, Duration.ZERO));
    return String.format(
        Locale.ROOT, "%s %.2f", part.replace("-service", ""), spent.toNanos() / 1e6 / count);
  }

  private static Map<String, Duration> spent(BenchStack stack) {
    Map<String, Duration> spent = new LinkedHashMap<>();
    Stream.concat(BenchStack.SERVICES.stream().map(BenchStack::name), OTHERS.stream())
        .forEach(
            part -> {
              ProcessHandle process = stack.process(part);
              if (process != null) {
                spent.put(part, of(process));
              }
            });
    return spent;
  }

  /** With its children: each connection of PostgreSQL is one, and those of the pools stay. */
  private static Duration of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .flatMap(one -> one.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
