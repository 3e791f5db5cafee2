package vn.phoihop.bench.intake;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phoihop.bench.stack.BenchStack;
import vn.phoihop.deploy.Failure;

/** pgbench as it is installed, in the prepared mode that the service's driver uses too. */
final class Pgbench implements Driver {

  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+) ");
  private static final String ROLE = "incident_app";

  private final Path program;
  private final BenchStack stack;
  private final Counters counters = new Counters();

  private Pgbench(Path program, BenchStack stack) {
    this.program = program;
    this.stack = stack;
  }

  static Optional<Driver> onPath(BenchStack stack) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Pgbench(program, stack));
  }

  @Override
  public String name() {
    return "pgbench";
  }

  @Override
  public double run(Script script, int clients, Duration length) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(program.toString(), "-n", "-M", "prepared", "-h", "127.0.0.1", "-U", ROLE));
    line.addAll(List.of("-p", Integer.toString(stack.database().port())));
    line.addAll(List.of("-c", Integer.toString(clients), "-j", "2"));
    line.addAll(List.of("-T", Long.toString(length.toSeconds())));
    line.addAll(List.of("-D", "n=" + counters.next()));
    script.constants().forEach((name, value) -> line.addAll(List.of("-D", name + "=" + value)));
    try {
      Path file =
          Files.writeString(stack.settings().data().resolve("script.sql"), script.pgbench());
      line.addAll(List.of("-f", file.toString(), Scratch.NAME));
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().put("PGPASSWORD", stack.database().password(ROLE));
      Process process = builder.start();
      try (InputStream out = process.getInputStream()) {
        String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new Failure("pgbench fails at '%s':%n%s".formatted(script.name(), said));
        }
        return rate(said);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  static double rate(String said) {
    Matcher matcher = RATE.matcher(said);
    if (!matcher.find()) {
      throw new Failure("pgbench tells no rate:\n" + said);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
