package vn.phoihop.bench.start;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;

/** Readers that list at each service, one after the other answer, for as long as this is open. */
final class Reading implements AutoCloseable {

  private static final Map<Port, String> LISTS =
      Map.of(
          Port.LIAISON, "/api/v1/enterprises?limit=50",
          Port.INCIDENT, "/api/v1/incidents?limit=50",
          Port.NOTIFICATION, "/api/v1/subscriptions?limit=50",
          Port.REPORTING, "/api/v1/campaigns?limit=50");

  private final AtomicInteger count = new AtomicInteger();
  private final List<Thread> threads;
  private volatile boolean closed;

  Reading(Lab lab) {
    String token = lab.token("department");
    threads =
        LISTS.entrySet().stream()
            .map(list -> thread(lab.stack().settings().port(list.getKey()), list.getValue(), token))
            .toList();
    threads.forEach(Thread::start);
  }

  int count() {
    return count.get();
  }

  private Thread thread(int port, String path, String token) {
    Thread thread = new Thread(() -> read(port, path, token), "reading");
    thread.setDaemon(true);
    return thread;
  }

  private void read(int port, String path, String token) {
    byte[] request =
        "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, port, token)
            .getBytes(StandardCharsets.US_ASCII);
    try (Wire wire = new Wire(port)) {
      while (!closed) {
        Wire.Reply reply = wire.send(request);
        if (reply.status() != 200) {
          throw new Failure("%s answers %d: %s".formatted(path, reply.status(), reply.text()));
        }
        count.incrementAndGet();
      }
    } catch (Failure e) {
      if (!closed) {
        System.err.println("reading stopped: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
