package vn.phoihop.notification.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;

/** Several instances find the same at the same time, or end before they have committed it. */
@QuarkusTest
class FailureRaceTest {

  private static final String URL = "http://127.0.0.1:9/hook";
  private static final int INSTANCES = 4;

  @Inject FailureService failures;
  @Inject SystemParty system;

  @Test
  void one_of_several_disables_and_tells() throws Exception {
    UUID id = subscription();
    together(new Failure(id, URL, true, false, DisabledReason.GONE));
    assertEquals(1, audits(id));
    assertEquals(1, notices(id), "the Department's desk stands in for an authority without one");
    assertEquals(
        List.of("DISABLED GONE 2"),
        Database.column(
            "SELECT state || ' ' || disabled_reason || ' ' || sequence FROM subscription WHERE id = ?",
            id));
  }

  @Test
  void one_of_several_tells_that_it_fails() throws Exception {
    UUID id = subscription();
    together(new Failure(id, URL, true, true, null));
    together(new Failure(id, URL, true, true, null));
    assertEquals(1, notices(id));
    assertEquals(0, audits(id));
  }

  @Test
  void what_was_not_committed_is_found_again() throws Exception {
    UUID id = subscription();
    List<Failure> found = List.of(new Failure(id, URL, true, false, DisabledReason.GONE));
    assertThrows(
        IllegalStateException.class,
        () ->
            system.run(
                () ->
                    QuarkusTransaction.requiringNew()
                        .run(
                            () -> {
                              failures.mark(found);
                              throw new IllegalStateException("ended");
                            })));
    assertEquals(0, notices(id));
    system.run(() -> failures.mark(found));
    assertEquals(1, notices(id));
    assertEquals(1, audits(id));
  }

  private void together(Failure found) throws Exception {
    CyclicBarrier start = new CyclicBarrier(INSTANCES);
    ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < INSTANCES; i++) {
        all.add(
            instances.submit(
                () -> {
                  start.await();
                  system.run(() -> failures.mark(List.of(found)));
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      instances.shutdownNow();
    }
  }

  private static UUID subscription() {
    return UUID.fromString(Subscriber.to(URL, "incident.received").id());
  }

  private static long audits(UUID id) throws Exception {
    return Database.count(
        "SELECT count(*) FROM audit WHERE object_id = ? AND action = 'subscription.disable'", id);
  }

  private static long notices(UUID id) throws Exception {
    return Database.count("SELECT count(*) FROM notice WHERE object_id = ?", id);
  }
}
