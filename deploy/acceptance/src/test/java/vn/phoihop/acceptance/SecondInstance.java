package vn.phoihop.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** One more process of a service: the same command and environment, another port. */
final class SecondInstance implements AutoCloseable {

  private final Process process;
  private final int port;

  private SecondInstance(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static SecondInstance beside(Stack stack, String service) throws IOException {
    Path first = Path.of("/proc", Long.toString(stack.process(service).pid()));
    List<String> command = List.of(Files.readString(first.resolve("cmdline")).split("\0"));
    Map<String, String> environment =
        Arrays.stream(Files.readString(first.resolve("environ")).split("\0"))
            .map(line -> line.split("=", 2))
            .filter(entry -> entry.length == 2)
            .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
    int port = stack.freePort();
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(stack.logs().resolve(service + "-2.log").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new SecondInstance(builder.start(), port);
  }

  String url() {
    return "http://localhost:" + port;
  }

  void awaitReady() {
    Awaitility.await("second instance")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> Http.get(url() + "/q/health/ready", null).status() == 200);
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      Stack.signal(process.toHandle(), "TERM");
    }
  }
}
