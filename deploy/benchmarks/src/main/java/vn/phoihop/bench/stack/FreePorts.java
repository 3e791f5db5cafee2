package vn.phoihop.bench.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Settings;

/** An offset at which every port of a stack is free. */
final class FreePorts {

  private static final int TRIES = 50;

  private FreePorts() {}

  /** Keeps all ports below those that systems give to outgoing connections (32768 on Linux). */
  static int offset() {
    return new Random()
        .ints(TRIES, 2_000, 13_600)
        .filter(FreePorts::allFree)
        .findFirst()
        .orElseThrow(() -> new Failure("found no free ports for a stack"));
  }

  private static boolean allFree(int offset) {
    Settings settings = new Settings(Path.of("."), Path.of("."), Path.of("."), offset);
    return Arrays.stream(Port.values()).allMatch(port -> isFree(settings.port(port)));
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
