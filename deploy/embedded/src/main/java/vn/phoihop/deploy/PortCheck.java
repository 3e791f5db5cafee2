package vn.phoihop.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a port is free, and who has it: names the process where the system tells (Linux). */
final class PortCheck {
  private PortCheck() {}

  static void require(Settings settings, Part part) {
    for (Port port : part.ports()) {
      int number = settings.port(port);
      if (!isFree(number)) {
        throw new Failure(
            "port %d, wanted by %s, is taken%s. Stop that, or set PHOIHOP_PORT_OFFSET"
                .formatted(number, part.name, owner(number).map(who -> " by " + who).orElse("")));
      }
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // connections that are closing do not count, as for the servers
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static Optional<String> owner(int port) {
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(table -> lines(Path.of(table)))
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> isListening(columns, port))
        .map(columns -> "socket:[" + columns[9] + "]")
        .flatMap(socket -> processes().filter(process -> holds(process, socket)))
        .findFirst()
        .map(PortCheck::describe);
  }

  /**
   * Columns of /proc/net/tcp: 1 the local address as hex address:port, 3 the state, 9 the inode.
   */
  private static boolean isListening(String[] columns, int port) {
    return columns.length > 9
        && columns[3].equals("0A")
        && columns[1].endsWith(":" + String.format(Locale.ROOT, "%04X", port));
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Stream<ProcessHandle> processes() {
    return ProcessHandle.allProcesses();
  }

  private static boolean holds(ProcessHandle process, String socket) {
    try (Stream<Path> descriptors =
        Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      List<Path> all = descriptors.toList();
      for (Path descriptor : all) {
        if (socket.equals(link(descriptor))) {
          return true;
        }
      }
    } catch (IOException e) {
      // another user's process, or one that has just ended
    }
    return false;
  }

  private static String link(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String describe(ProcessHandle process) {
    String command =
        process
            .info()
            .commandLine()
            .or(() -> process.info().command())
            .orElse("?")
            .replaceAll("\\s+", " ");
    return "process %d (%s)"
        .formatted(process.pid(), command.substring(0, Math.min(120, command.length())));
  }
}
