package vn.phoihop.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where and of what a run was made. */
record Machine(String describe, String commit) {

  static Machine ofThisRun(Path root) {
    String processor =
        lines(Path.of("/proc/cpuinfo"))
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    String describe =
        "%d × %s, %s %s, Java %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                processor,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"));
    String changed = git(root, "status", "--porcelain").isEmpty() ? "" : "+changes";
    return new Machine(describe, git(root, "rev-parse", "--short=12", "HEAD") + changed);
  }

  /** What else the machine is busy with, as the system counts it; negative where it does not. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** The options of a JVM, up to its jar. */
  static String flags(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(
            all ->
                Arrays.stream(all)
                    .filter(argument -> argument.startsWith("-X"))
                    .collect(Collectors.joining(" ")))
        .orElse("?");
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static String git(Path root, String... arguments) {
    try {
      Process git =
          new ProcessBuilder(Stream.concat(Stream.of("git"), Arrays.stream(arguments)).toList())
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream out = git.getInputStream()) {
        String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? said : "unknown";
      }
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
