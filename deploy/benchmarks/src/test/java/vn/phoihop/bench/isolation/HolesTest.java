package vn.phoihop.bench.isolation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.phoihop.bench.stack.Pause;

class HolesTest {

  @Test
  void a_connection_to_a_hole_is_taken_and_hears_nothing_until_the_end() throws IOException {
    try (Holes holes = new Holes(2)) {
      URI url = URI.create(holes.url(1));
      try (Socket caller = new Socket(url.getHost(), url.getPort())) {
        Pause.until("the connection", Duration.ofSeconds(10), 1, () -> holes.calls()[1] == 1);
        caller.setSoTimeout(50);

        assertThrows(SocketTimeoutException.class, () -> caller.getInputStream().read());
        assertArrayEquals(new int[] {0, 1}, holes.calls());

        holes.close();
        caller.setSoTimeout(10_000);
        assertEquals(-1, caller.getInputStream().read());
      }
    }
  }
}
