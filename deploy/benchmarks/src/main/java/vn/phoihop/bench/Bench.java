package vn.phoihop.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Sizes;
import vn.phoihop.bench.stack.BenchStack;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;

/**
 * The command behind deploy/bench. Ends with 0 when every row reached what it had to, with 2 when
 * one did not, with 1 when something went wrong.
 */
final class Bench {

  private final Options options;
  private final Path root;
  private final BenchStack stack;
  private final Lab lab;

  private Bench(Options options, Path root) {
    this.options = options;
    this.root = root;
    this.stack = new BenchStack(root, options.keep());
    this.lab = new Lab(stack, options.smoke() ? Sizes.SMOKE : Sizes.FULL, System.out);
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      Options options = Options.of(Arrays.asList(arguments));
      Path root = Path.of(System.getProperty("phoihop.root", ".")).toAbsolutePath().normalize();
      return new Bench(options, root).run();
    } catch (Failure e) {
      System.err.println("error: " + e.getMessage());
    } catch (RuntimeException e) {
      e.printStackTrace();
    }
    return 1;
  }

  private int run() {
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop the stack"));
    List<Outcome> outcomes = new ArrayList<>();
    boolean broken = false;
    Machine machine = Machine.ofThisRun(root);
    lab.say("%s%n%s", machine.describe(), machine.commit());
    try (stack;
        lab) {
      for (RowName row : options.rows()) {
        try {
          outcomes.add(measure(row, machine));
        } catch (RuntimeException e) {
          if (stack.isClosed()) {
            return 1; // Ctrl-C: what breaks now breaks of that
          }
          broken = true;
          System.err.println("error: " + row.label() + ": " + e.getMessage());
          if (!(e instanceof Failure)) {
            e.printStackTrace();
          }
        }
      }
    }
    lab.say("%n%s", Table.of(outcomes));
    if (options.smoke()) {
      lab.say("A smoke run: every row works; the figures say nothing.");
    }
    if (broken) {
      lab.say("Not every row came to its end; with --keep the logs of the stack stay.");
      return 1;
    }
    return outcomes.stream().allMatch(Outcome::ok) ? 0 : 2;
  }

  private Outcome measure(RowName row, Machine machine) {
    long begin = System.nanoTime();
    lab.say("%n== %s (load average before: %.1f)", row.label(), Machine.load());
    Outcome outcome = row.row.measure(lab);
    conditions();
    Results.file(root, options.smoke())
        .replace(Result.of(outcome, Instant.now().truncatedTo(ChronoUnit.SECONDS), machine));
    lab.say("   took %d s", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    return outcome;
  }

  /** What was measured, as it ran: the flags of the JVMs and PostgreSQL's settings. */
  private void conditions() {
    for (Port service : BenchStack.SERVICES) {
      ProcessHandle process = stack.process(service);
      lab.say(
          "   %-21s %s",
          BenchStack.name(service), process == null ? "stopped meanwhile" : Machine.flags(process));
    }
    Map<String, String> settings = stack.database().settings();
    lab.say("   PostgreSQL            %s", settings);
    for (String durable : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      if (!Objects.equals(settings.get(durable), "on")) {
        throw new Failure("PostgreSQL ran with %s off: nothing measured counts".formatted(durable));
      }
    }
  }
}
