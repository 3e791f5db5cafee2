package vn.phoihop.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Commands that run to their end, what they print going to a log. */
final class Commands {
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  private Commands() {}

  static int run(List<String> command, Path log) {
    return run(command, Map.of(), log);
  }

  static int run(List<String> command, Map<String, String> environment, Path log) {
    Folders.createParent(log);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      RUNNING.add(process);
      try {
        return process.waitFor();
      } finally {
        RUNNING.remove(process);
      }
    } catch (IOException e) {
      throw new Failure("cannot run %s: %s".formatted(command.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while running " + command.get(0), e);
    }
  }

  /** Gives up what runs: the next deploy/up begins it anew. */
  static void endAll() {
    RUNNING.forEach(Process::destroyForcibly);
  }
}
