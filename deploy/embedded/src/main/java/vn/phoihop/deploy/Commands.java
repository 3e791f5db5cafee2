package vn.phoihop.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Commands that run to their end, what they print going to a log. */
final class Commands {
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
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new Failure("cannot run %s: %s".formatted(command.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while running " + command.get(0), e);
    }
  }
}
