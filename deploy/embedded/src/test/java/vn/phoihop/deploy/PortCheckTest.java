package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTest {
  @Test
  void aPortIsTakenWhileSomebodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertFalse(PortCheck.isFree(port));
    }
    assertTrue(PortCheck.isFree(port));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theOwnerIsNamed() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String owner = PortCheck.owner(socket.getLocalPort()).orElseThrow();
      assertTrue(owner.startsWith("process %d (".formatted(ProcessHandle.current().pid())), owner);
    }
  }
}
