package vn.phoihop.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Settings;
import vn.phoihop.deploy.Token;

/**
 * The stack under test, started from the artifacts of this build by the launcher that users call.
 * Its processes are found by the launcher's records, data/pids/NAME.
 */
final class Stack implements AutoCloseable {

  private static final List<String> SERVICES =
      List.of("liaison-service", "incident-service", "reporting-service", "notification-service");
  private static final Duration TOKEN_AGE = Duration.ofMinutes(3);

  /**
   * The real values are 90 s, 15 s and a day: a delivery that a killed process had taken is free
   * again after the lease, and nobody learns more by waiting longer.
   */
  private static final Map<String, String> FASTER =
      Map.of(
          "PHOIHOP_WEBHOOK_LEASE", "15s",
          "PHOIHOP_WEBHOOK_TIMEOUT", "4s",
          "PHOIHOP_WEBHOOK_LONGEST_WAIT", "4s");

  private record Kept(String token, long at) {}

  private final Settings settings;
  private final Map<String, Kept> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger portsGiven = new AtomicInteger();
  private boolean running;

  private Stack(Settings settings) {
    this.settings = settings;
  }

  static Stack start() {
    Path root = Path.of(System.getProperty("phoihop.root"));
    Path own = root.resolve("deploy/acceptance/target/stack");
    Stack stack =
        new Stack(new Settings(root, own.resolve("run"), own.resolve("data"), freeOffset()));
    stack.copyArtifacts();
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop the stack"));
    stack.running = true;
    stack.launch("up", "--detach", "--fresh");
    return stack;
  }

  /** Starts what is down and leaves the rest alone, as a user would. */
  void up() {
    launch("up", "--detach");
  }

  @Override
  public synchronized void close() {
    if (running) {
      running = false;
      launch("down");
    }
  }

  String url(Port port) {
    return settings.url(port);
  }

  /**
   * A port for who listens beside the stack, given once. It is below those that systems give to
   * outgoing connections: none takes it while nobody listens there.
   */
  int freePort() {
    return IntStream.generate(() -> settings.port(Port.POSTGRES) + portsGiven.incrementAndGet())
        .filter(Stack::isFree)
        .findFirst()
        .orElseThrow();
  }

  String bootstrapServers() {
    return "localhost:" + settings.port(Port.KAFKA);
  }

  Path logs() {
    return settings.data().resolve("logs");
  }

  /** Where a file SERVICE.POINT ends the service that passes the point. */
  Path crashPoints() {
    return settings.data().resolve("crash-points");
  }

  /** What the offline verifier says of exported audit trails: nothing where they are sound. */
  List<String> auditFaults(List<Path> exports) {
    List<String> line = new ArrayList<>();
    line.add(settings.root().resolve("deploy/audit").toString());
    line.add("verify");
    exports.forEach(export -> line.add(export.toString()));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Ended verifier = run(builder);
    return verifier.code() == 0 ? List.of() : verifier.said().lines().toList();
  }

  /** The access token of a person of the realm, a machine, or a liaison by e-mail address. */
  String token(String name) {
    return token(name, () -> new Token(settings).of(name));
  }

  /** One that says what the person is by now, whatever was kept. */
  String newToken(String name) {
    tokens.remove(name);
    return token(name);
  }

  /** Tokens are used again for a while, so that Keycloak may be away. */
  String token(String name, Supplier<String> fresh) {
    Kept kept = tokens.get(name);
    if (kept == null || System.nanoTime() - kept.at() > TOKEN_AGE.toNanos()) {
      kept = new Kept(fresh.get(), System.nanoTime());
      tokens.put(name, kept);
    }
    return kept.token();
  }

  ProcessHandle process(String part) {
    try {
      String record = Files.readString(settings.data().resolve("pids").resolve(part));
      return ProcessHandle.of(Long.parseLong(record.split(" ")[0])).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(part + " has no record", e);
    }
  }

  boolean runs(String part) {
    try {
      String record = Files.readString(settings.data().resolve("pids").resolve(part));
      return ProcessHandle.of(Long.parseLong(record.split(" ")[0]))
          .filter(Stack::works)
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** Where nobody collects the dead, a process that ended has a number still, but no command. */
  private static boolean works(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** kill -9. */
  void kill(String part) {
    signal(part, "KILL");
  }

  /** Sends a signal and waits until the process has ended. */
  void signal(String part, String signal) {
    signal(process(part), signal);
  }

  static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Awaitility.await("end of process " + process.pid())
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !works(process));
  }

  private void launch(String... command) {
    List<String> line = new ArrayList<>();
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-Dphoihop.root=" + settings.root(),
            "-Dphoihop.run=" + settings.run(),
            "-cp",
            settings.run().resolve("embedded/embedded.jar")
                + ":"
                + settings.run().resolve("embedded/lib/*"),
            "vn.phoihop.deploy.Main"));
    line.addAll(Arrays.asList(command));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(FASTER);
    builder.environment().put("PHOIHOP_CRASH_POINTS", crashPoints().toString());
    builder.environment().put("PHOIHOP_DATA", settings.data().toString());
    builder.environment().put("PHOIHOP_PORT_OFFSET", Integer.toString(settings.portOffset()));
    Ended launcher = run(builder);
    if (launcher.code() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed:\n" + launcher.said());
    }
  }

  private record Ended(int code, String said) {}

  private static Ended run(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      try (InputStream out = process.getInputStream()) {
        String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A copy, so that the next build does not touch what runs. */
  private void copyArtifacts() {
    try {
      delete(settings.run());
      for (String service : SERVICES) {
        copy(
            settings.root().resolve(service).resolve("target/quarkus-app"),
            settings.run().resolve(service));
      }
      Path target = settings.root().resolve("deploy/embedded/target");
      copy(target.resolve("lib"), settings.run().resolve("embedded/lib"));
      Files.copy(target.resolve("embedded.jar"), settings.run().resolve("embedded/embedded.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException("the build is not whole", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path source : tree.toList()) {
        Files.copy(
            source,
            to.resolve(from.relativize(source).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** All ports below those that systems give to outgoing connections. */
  private static int freeOffset() {
    return new Random()
        .ints(2_000, 12_000)
        .limit(50)
        .filter(
            offset ->
                IntStream.of(8081, 8082, 8083, 8084, 8180, 15432, 19092, 19093, 2525, 8025)
                    .allMatch(port -> isFree(port + offset)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
