package vn.phoihop.bench.push;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.phoihop.bench.http.Receiver;
import vn.phoihop.bench.http.WebhookId;
import vn.phoihop.bench.stack.Pause;

/** When what was sent came to the receiver, by the id in the body's data; the first time counts. */
final class Arrivals implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Long> times = new ConcurrentHashMap<>();
  private final Receiver receiver = new Receiver(1, this::note);

  private void note(long nanos, int endpoint, Buffer body) {
    times.putIfAbsent(WebhookId.of(body.toString(StandardCharsets.UTF_8)), nanos);
  }

  String url() {
    return receiver.url(0);
  }

  int port() {
    return receiver.port(0);
  }

  /** Waits for all of them; fails when one does not come. */
  void await(Collection<String> ids) {
    Pause.until(
        "webhooks of %d that were sent".formatted(ids.size()),
        PATIENCE,
        20,
        () -> times.keySet().containsAll(ids));
  }

  long time(String id) {
    Long time = times.get(id);
    if (time == null) {
      throw new IllegalStateException("not awaited: " + id);
    }
    return time;
  }

  void forget() {
    times.clear();
  }

  @Override
  public void close() {
    receiver.close();
  }
}
