package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.phoihop.acceptance.Http.Answer;

/**
 * Incidents that an enterprise reports from several threads, each under a key of its own, so that
 * it can ask again where it got no answer.
 */
final class Burst {

  private static final int THREADS = 8;

  private final Enterprise enterprise;
  private final List<String> keys;
  private final Map<String, String> accepted = new ConcurrentHashMap<>();
  private final Set<Integer> refusals = new ConcurrentSkipListSet<>();

  Burst(Enterprise enterprise, int count) {
    this.enterprise = enterprise;
    this.keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
  }

  /** The ids of the incidents that were answered with 201. */
  Collection<String> accepted() {
    return accepted.values();
  }

  /** Statuses other than 201. */
  Set<Integer> refusals() {
    return new TreeSet<>(refusals);
  }

  /**
   * Sends each report once, those already accepted too: the answer must be the former one.
   *
   * @param services addresses of incident-service, used in turn
   * @param each called with the number of answers 201 so far
   */
  Burst send(List<String> services, IntConsumer each) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    AtomicInteger created = new AtomicInteger();
    List<AssertionError> wrong = new CopyOnWriteArrayList<>();
    IntStream.range(0, keys.size())
        .forEach(
            n ->
                threads.execute(
                    () -> {
                      try {
                        if (report(services.get(n % services.size()), keys.get(n))) {
                          each.accept(created.incrementAndGet());
                        }
                      } catch (AssertionError e) {
                        wrong.add(e);
                      }
                    }));
    threads.shutdown();
    try {
      assertTrue(threads.awaitTermination(3, TimeUnit.MINUTES), "answered in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertEquals(List.of(), wrong);
    return this;
  }

  Burst send(String service) {
    return send(List.of(service), created -> {});
  }

  /** Sends all of them; each must be accepted. */
  Burst sendAll(String service) {
    send(service);
    assertEquals(keys.size(), accepted.size(), () -> "accepted; others were answered " + refusals);
    return this;
  }

  private boolean report(String service, String key) {
    try {
      Answer answer = Http.trySend(request(service, enterprise.token(), key));
      if (answer.status() != 201) {
        refusals.add(answer.status());
        return false;
      }
      String id = answer.text("id");
      String former = accepted.putIfAbsent(key, id);
      if (former != null) {
        assertEquals(former, id, "one key, two incidents");
      }
      return true;
    } catch (IOException e) {
      return false; // no answer: whether it was stored shows when it is sent again
    }
  }

  private static HttpRequest.Builder request(String service, String token, String key) {
    return Http.to(service + "/api/v1/incidents", token)
        .header("Idempotency-Key", key)
        .header("Content-Type", "application/json")
        .POST(
            Http.body(
                """
                {"stage": "EARLY", "violationTypes": ["TEL_BYPASS_SIMBOX"], "summary": "Nghi SIM box",
                 "detectedAt": "2026-03-10T01:15:00Z", "indicators": [{"type": "MSISDN", "value": "0912 345 678"}]}"""));
  }
}
