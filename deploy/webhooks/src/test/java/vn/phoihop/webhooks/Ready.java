package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The receivers that docs/webhooks offers. */
enum Ready {
  JAVA(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Receiver.java"),
  NODE("node", "receiver.mjs"),
  PYTHON("python3", "receiver.py"),
  /** -S: without whatever is installed beside Python's own library. */
  BARE_PYTHON("python3", "-S", "receiver.py");

  private static final Path FOLDER =
      Path.of("..", "..", "docs", "webhooks").toAbsolutePath().normalize();

  private final List<String> command;

  Ready(String... command) {
    this.command = List.of(command);
  }

  Running start(String... options) throws Exception {
    String tool = command.get(0);
    assumeTrue(said(tool, "--version").isPresent(), tool + " is not installed here");
    List<String> line = new ArrayList<>(command.subList(0, command.size() - 1));
    line.add(FOLDER.resolve(command.get(command.size() - 1)).toString());
    line.addAll(List.of(options));
    return new Running(line);
  }

  /** Whether it verifies v1a as well. */
  boolean knowsEd25519() throws Exception {
    return switch (this) {
      case JAVA, NODE -> true;
      case PYTHON -> said("python3", "-c", "import cryptography").isPresent();
      case BARE_PYTHON -> false;
    };
  }

  private static Optional<String> said(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
