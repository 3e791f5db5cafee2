package vn.phoihop.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import vn.phoihop.deploy.Failure;

class WireTest {

  @Test
  void one_connection_carries_request_after_request() {
    List<String> bodies = new CopyOnWriteArrayList<>();
    List<Integer> statuses = new ArrayList<>();
    try (Receiver receiver =
            new Receiver(1, (nanos, endpoint, body) -> bodies.add(body.toString()));
        Wire wire = new Wire(receiver.port(0))) {
      for (String body : new String[] {"một", "hai"}) {
        statuses.add(wire.send(post(body)).status());
      }
    }

    assertEquals(List.of(200, 200), statuses);
    assertEquals(List.of("một", "hai"), bodies);
  }

  private static byte[] post(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return "POST /hook HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(bytes.length, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void headers_are_found_in_any_spelling() throws IOException {
    String head =
        "HTTP/1.1 201 Created\r\ncontent-LENGTH: 12\r\nlocation: /api/v1/incidents/7\r\n\r\n";

    assertEquals(12, Wire.length(head));
    assertEquals("/api/v1/incidents/7", new Wire.Reply(201, head, new byte[0]).header("Location"));
    assertEquals("", new Wire.Reply(201, head, new byte[0]).header("ETag"));
  }

  @Test
  void an_answer_of_unknown_length_and_a_port_where_nobody_listens_are_failures()
      throws IOException {
    assertEquals(-1, Wire.length("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
    assertThrows(IOException.class, () -> Wire.length("HTTP/1.1 200 OK\r\n\r\n"));
    assertThrows(Failure.class, () -> new Wire(1));
  }
}
