package vn.phoihop.bench.isolation;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import vn.phoihop.bench.http.WebhookId;
import vn.phoihop.bench.stack.Pause;

/** When each report came to each endpoint; the first time counts. */
final class Arrivals {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long NEVER = Long.MIN_VALUE;

  private final int endpoints;
  private final Map<String, long[]> times = new HashMap<>();

  Arrivals(int endpoints) {
    this.endpoints = endpoints;
  }

  void note(long nanos, int endpoint, Buffer body) {
    arrived(WebhookId.of(body.toString(StandardCharsets.UTF_8)), endpoint, nanos);
  }

  synchronized void arrived(String id, int endpoint, long nanos) {
    long[] of = times.computeIfAbsent(id, first -> never());
    if (of[endpoint] == NEVER) {
      of[endpoint] = nanos;
    }
  }

  private long[] never() {
    long[] none = new long[endpoints];
    Arrays.fill(none, NEVER);
    return none;
  }

  /** Waits until each of them has come everywhere; fails when one does not. */
  void await(Collection<String> ids) {
    Pause.until(
        "webhooks of %d reports at %d endpoints".formatted(ids.size(), endpoints),
        PATIENCE,
        20,
        () -> ids.stream().allMatch(this::isEverywhere));
  }

  synchronized boolean isEverywhere(String id) {
    long[] of = times.get(id);
    return of != null && Arrays.stream(of).allMatch(time -> time != NEVER);
  }

  /** From that moment to each endpoint; a webhook may overtake the answer: then it took no time. */
  synchronized LongStream since(long begin, String id) {
    long[] of = times.get(id);
    if (of == null || !isEverywhere(id)) {
      throw new IllegalStateException("not awaited: " + id);
    }
    return Arrays.stream(of).map(time -> Math.max(0, time - begin));
  }

  synchronized void forget() {
    times.clear();
  }
}
