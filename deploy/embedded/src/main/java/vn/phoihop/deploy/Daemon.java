package vn.phoihop.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A process that outlives its launcher. Its record (data/pids/NAME) holds the process id and the
 * start time, so that a number used again by another program is never taken for ours.
 */
final class Daemon {
  /** The start time is computed from the boot time, which moves with the clock's corrections. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final long MAX_LOG = 20_000_000;
  private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at .+|\\.\\.\\. \\d+ more)");

  private final String name;
  private final Path log;
  private final Path record;
  private long logStart;

  Daemon(Settings settings, String name) {
    this.name = name;
    this.log = settings.log(name);
    this.record = settings.data().resolve("pids").resolve(name);
  }

  /** The running process, unless it ended, was killed, or is not ours. */
  Optional<ProcessHandle> process() {
    try {
      String[] recorded = Files.readString(record).strip().split(" ");
      Instant started = Instant.ofEpochMilli(Long.parseLong(recorded[1]));
      return ProcessHandle.of(Long.parseLong(recorded[0]))
          .filter(Daemon::works)
          .filter(
              process ->
                  process
                      .info()
                      .startInstant()
                      .map(at -> Duration.between(started, at).abs().compareTo(TOLERANCE) <= 0)
                      .orElse(false));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Where nobody collects the dead (some containers), a process that ended has a number still. */
  private static boolean works(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  boolean isRunning() {
    return process().isPresent();
  }

  void start(List<String> command, Map<String, String> environment) {
    List<String> detached = new ArrayList<>();
    // A session of its own where the system has setsid; else at least deaf to the terminal.
    detached.addAll(
        List.of(
            "/bin/sh",
            "-c",
            "trap '' INT HUP; command -v setsid >/dev/null && exec setsid \"$@\"; exec \"$@\"",
            name));
    detached.addAll(command);
    try {
      Folders.createParent(log);
      Folders.createParent(record);
      rotateLog();
      ProcessBuilder builder =
          new ProcessBuilder(detached)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      Process process = builder.start();
      Instant started = process.info().startInstant().orElseGet(Instant::now);
      Files.writeString(record, process.pid() + " " + started.toEpochMilli() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  private void rotateLog() throws IOException {
    logStart = Files.exists(log) ? Files.size(log) : 0;
    if (logStart > MAX_LOG) {
      Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
      logStart = 0;
    }
  }

  /** Asks the process to end; after the patience it is killed. */
  void stop(String signal, Duration patience) {
    if (isRunning()) {
      signal(signal);
      if (!ended(patience)) {
        signal("KILL");
        ended(patience);
      }
    }
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String signal) {
    process()
        .ifPresent(
            process ->
                Commands.run(List.of("kill", "-" + signal, Long.toString(process.pid())), log));
  }

  private boolean ended(Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    while (isRunning()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      Pause.briefly();
    }
    return true;
  }

  /**
   * The last lines that the process wrote since this launcher started it, or at all; without the
   * frames of stack traces, among which the line that says why would be lost.
   */
  String lastWords(int lines) {
    try {
      byte[] bytes = Files.readAllBytes(log);
      int from = (int) Math.min(logStart, bytes.length);
      List<String> all =
          new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !STACK_FRAME.matcher(line).matches())
              .toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return "(no log: " + log + ")";
    }
  }

  Path log() {
    return log;
  }
}
