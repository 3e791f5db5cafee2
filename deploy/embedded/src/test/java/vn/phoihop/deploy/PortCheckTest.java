package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTest {
  @Test
  void aPortIsTakenWhileSomebodyListens() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertFalse(PortCheck.isFree(socket.getLocalPort()));
    }
  }

  /** One of several: somebody else may have been given one of them meanwhile. */
  @Test
  void aPortIsFreeWhenNobodyListensAnyMore() throws Exception {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        left.add(socket.getLocalPort());
      }
    }
    assertTrue(left.stream().anyMatch(PortCheck::isFree), left.toString());
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
