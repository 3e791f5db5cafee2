package vn.phoihop.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Settings;

/**
 * A stack started by deploy/up as users start it, but on ports and data of its own. All settings
 * are the product's, but for how much one caller may ask for.
 */
public final class BenchStack implements AutoCloseable {

  public static final List<Port> SERVICES =
      List.of(Port.LIAISON, Port.INCIDENT, Port.REPORTING, Port.NOTIFICATION);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Limits that a single caller would meet; they are counted and checked as ever. */
  private static final Map<String, String> WIDER =
      Map.of(
          "PHOIHOP_LIMITS_REQUESTS_PER_SECOND", "1000000",
          "PHOIHOP_LIMITS_REQUESTS_BURST", "1000000",
          "PHOIHOP_WEBHOOK_MAX_SUBSCRIPTIONS", "2000");

  private final Settings settings;
  private final boolean keep;
  private @Nullable Process command;
  private boolean started;
  private volatile boolean closed;

  public BenchStack(Path root, boolean keep) {
    Path data = root.resolve("deploy/benchmarks/target/stack");
    this.settings = new Settings(root, data.resolve("run"), data, FreePorts.offset());
    this.keep = keep;
  }

  public Settings settings() {
    return settings;
  }

  public String url(Port port) {
    return settings.url(port);
  }

  public Database database() {
    return new Database(settings);
  }

  /** The first start, with data and keys made anew; nothing where the stack is up already. */
  public void ensureStarted() {
    if (!started) {
      startFirst();
    }
  }

  /** How long the first start took, unpacking and Keycloak's own build included. */
  public Duration startFirst() {
    started = true;
    return launch("up", "--detach", "--fresh");
  }

  /** Starts what is down; how long that took from the command to its end. */
  public Duration up() {
    return launch("up", "--detach");
  }

  public void down() {
    launch("down");
  }

  /** All services, those too that {@link #only} stopped. */
  public void all() {
    ensureStarted();
    if (SERVICES.stream().anyMatch(service -> process(service) == null)) {
      up();
    }
  }

  /** Stops the services that are not named; PostgreSQL, Kafka and Keycloak stay. */
  public void only(Set<Port> wanted) {
    SERVICES.stream().filter(service -> !wanted.contains(service)).forEach(this::stop);
  }

  private void stop(Port service) {
    ProcessHandle process = process(service);
    if (process == null) {
      return;
    }
    process.destroy();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (isRunning(process)) {
      if (System.nanoTime() - deadline > 0) {
        throw new Failure(name(service) + " does not stop");
      }
      Pause.millis(50);
    }
  }

  /** The process of a service, or null where it is down. */
  public @Nullable ProcessHandle process(Port service) {
    return process(name(service));
  }

  /** The process of a part, by its name in the launcher's records. */
  public @Nullable ProcessHandle process(String part) {
    try {
      String record = Files.readString(settings.data().resolve("pids").resolve(part));
      return ProcessHandle.of(Long.parseLong(record.strip().split(" ")[0]))
          .filter(BenchStack::isRunning)
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  public static String name(Port service) {
    return service.name().toLowerCase(Locale.ROOT) + "-service";
  }

  public Path log(String part) {
    return settings.data().resolve("logs").resolve(part + ".log");
  }

  /** Where nobody collects the dead, a process that ended has a number still, but no command. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** Whether it was given up, by Ctrl-C: nothing is started any more. */
  public boolean isClosed() {
    return closed;
  }

  private Duration launch(String name, String... options) {
    if (closed) {
      throw new Failure("stopped");
    }
    return run(name, options);
  }

  private Duration run(String name, String... options) {
    List<String> line = new ArrayList<>();
    line.add(settings.root().resolve("deploy").resolve(name).toString());
    line.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
    builder.environment().put("PHOIHOP_DATA", settings.data().toString());
    builder.environment().put("PHOIHOP_PORT_OFFSET", Integer.toString(settings.portOffset()));
    builder.environment().putAll(WIDER);
    long begin = System.nanoTime();
    try {
      Process process = builder.start();
      command = process;
      int code = process.waitFor();
      command = null;
      if (code != 0) {
        throw new Failure("deploy/%s ended with %d".formatted(name, code));
      }
      return Duration.ofNanos(System.nanoTime() - begin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted during deploy/" + name, e);
    }
  }

  /** Stops everything and forgets the data, unless it is to be kept. Also called by Ctrl-C. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!started) {
      return;
    }
    Process running = command;
    if (running != null) {
      running.destroy();
      running.onExit().join();
    }
    run("down");
    if (keep) {
      System.err.println("The data stays in " + settings.data());
    } else {
      DataFolder.delete(settings.data());
    }
  }
}
