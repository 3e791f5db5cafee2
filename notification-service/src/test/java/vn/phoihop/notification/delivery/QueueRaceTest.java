package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;

/** Instances that want the same rows: this test plays the other ones. */
@QuarkusTest
class QueueRaceTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject QueueRepository queue;
  @Inject MarkRepository marks;
  @Inject Scheduler scheduler;
  @Inject SystemParty system;

  @Test
  void instances_that_claim_at_the_same_time_never_get_the_same_row() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      List<Subscriber> subscribers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
        subscriber.request().post("/api/v1/subscriptions/" + subscriber.id() + "/pause");
        subscribers.add(subscriber);
      }
      String[] parties = subscribers.stream().map(Subscriber::party).toArray(String[]::new);
      for (int i = 0; i < 40; i++) {
        IncidentEvents.publish(TYPE, parties);
      }
      Set<UUID> ids = new HashSet<>();
      subscribers.forEach(s -> ids.add(UUID.fromString(s.id())));

      int instances = 4;
      CyclicBarrier together = new CyclicBarrier(instances);
      CountDownLatch begun = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(instances);
      List<Future<List<Claimed>>> claims = new ArrayList<>();
      // The service's own poll takes all there is: it joins in when the others have begun.
      scheduler.pause();
      try {
        await().atMost(SOON).until(() -> count(ids, "QUEUED") == 160);
        resume(ids);
        for (int i = 0; i < instances; i++) {
          claims.add(
              threads.submit(
                  () -> {
                    List<Claimed> mine = new ArrayList<>();
                    together.await();
                    for (int round = 0; round < 10; round++) {
                      mine.addAll(claim(5, Duration.ofSeconds(90)).deliveries());
                      begun.countDown();
                    }
                    return mine;
                  }));
        }
        assertTrue(begun.await(SOON.toSeconds(), TimeUnit.SECONDS));
      } finally {
        scheduler.resume();
      }
      List<UUID> claimed = new ArrayList<>();
      Set<UUID> tokens = new HashSet<>();
      for (Future<List<Claimed>> claim : claims) {
        for (Claimed one : claim.get()) {
          if (ids.contains(one.subscriptionId())) {
            claimed.add(one.id());
            tokens.add(one.token());
          }
        }
      }
      threads.shutdown();
      assertFalse(claimed.isEmpty());
      assertEquals(new HashSet<>(claimed).size(), claimed.size(), "a row was claimed twice");
      assertEquals(tokens.size(), claimed.size());
      // The service itself took the others, and sent each of them once.
      await().atMost(SOON).until(() -> receiver.calls().size() == 160 - claimed.size());
      Set<String> sent =
          receiver.calls().stream()
              .map(c -> c.id() + c.headers().get("webhook-signature"))
              .collect(Collectors.toSet());
      assertEquals(sent.size(), receiver.calls().size());
    }
  }

  @Test
  void who_has_lost_the_lease_leaves_the_attempt_and_not_the_state() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      String id = subscriber.delivery(event, "DELIVERED").extract().path("id");
      // Another instance claims it with a lease that is over at once, and is slow.
      queued(UUID.fromString(id));
      Claimed slow =
          await()
              .atMost(SOON)
              .until(
                  () ->
                      claim(16, Duration.ZERO).deliveries().stream()
                          .filter(c -> c.id().toString().equals(id))
                          .findFirst()
                          .orElseGet(() -> requeue(UUID.fromString(id))),
                  found -> found != null);
      await().atMost(SOON).until(() -> state(id).equals("DELIVERED"));
      int attempts = attempts(id);

      Outcome failed = Outcome.answered(500, Duration.ofMillis(7), null, null, null);
      Map<UUID, Long> moved = complete(slow, failed);

      assertEquals(Map.of(), moved);
      assertEquals("DELIVERED", state(id));
      assertEquals(attempts, attempts(id));
      assertEquals(
          List.of("500"),
          Database.column(
              "SELECT status FROM attempt WHERE delivery_id = ? AND n = ?",
              UUID.fromString(id),
              slow.n()));
    }
  }

  @Test
  void what_is_given_back_counts_as_never_taken() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      subscriber.request().post("/api/v1/subscriptions/" + subscriber.id() + "/pause");
      UUID event = IncidentEvents.publish(TYPE, subscriber.party());
      String id = subscriber.delivery(event, "QUEUED").extract().path("id");
      UUID token = UUID.randomUUID();
      Database.asSuperuser(
          connection ->
              connection
                  .createStatement()
                  .executeUpdate(
                      "UPDATE delivery SET state = 'SENDING', attempts = 1, tries = 1,"
                          + " next_at = now() + interval '90 s', lease_token = '"
                          + token
                          + "' WHERE id = '"
                          + id
                          + "'"));
      Claimed claimed =
          new Claimed(
              UUID.fromString(id),
              UUID.randomUUID(),
              1,
              1,
              UUID.randomUUID(),
              "X",
              "",
              List.of(),
              DeliveryFixture.TERMS,
              event,
              TYPE,
              new byte[0],
              0);
      asSystem(() -> marks.release(List.of(claimed)));
      assertEquals("SENDING", state(id), "another's lease");
      asSystem(
          () ->
              marks.release(
                  List.of(
                      new Claimed(
                          claimed.id(),
                          token,
                          1,
                          1,
                          claimed.subscriptionId(),
                          "X",
                          "",
                          List.of(),
                          DeliveryFixture.TERMS,
                          event,
                          TYPE,
                          new byte[0],
                          0))));
      assertEquals("QUEUED", state(id));
      subscriber.request().post("/api/v1/subscriptions/" + subscriber.id() + "/resume");
      subscriber.delivery(event, "DELIVERED");
      assertEquals(1, attempts(id));
      assertTrue(receiver.calls(event).size() == 1);
    }
  }

  private Claims claim(int each, Duration lease) {
    return system.call(
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        queue.claim(
                            List.of(),
                            new Share(each, 1, 1),
                            512,
                            Lease.begin(lease, Duration.ofSeconds(2)))));
  }

  private Map<UUID, Long> complete(Claimed claimed, Outcome outcome) {
    Completion completion =
        Completion.of(claimed, Instant.now(), outcome, RandomGenerator.getDefault());
    return system.call(
        () -> QuarkusTransaction.requiringNew().call(() -> marks.complete(List.of(completion))));
  }

  private void asSystem(Runnable work) {
    system.run(() -> QuarkusTransaction.requiringNew().run(work));
  }

  private Claimed requeue(UUID id) {
    try {
      queued(id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return null;
  }

  private static void queued(UUID id) throws SQLException {
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .executeUpdate(
                    "UPDATE delivery SET state = 'QUEUED', next_at = now() WHERE state = 'DELIVERED'"
                        + " AND id = '"
                        + id
                        + "'"));
  }

  private static void resume(Set<UUID> ids) throws SQLException {
    String all = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .executeUpdate(
                    "UPDATE subscription SET state = 'ACTIVE' WHERE id IN (" + all + ")"));
  }

  private static long count(Set<UUID> subscriptions, String state) throws SQLException {
    String all = subscriptions.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return Database.count(
        "SELECT count(*) FROM delivery WHERE subscription_id IN (" + all + ") AND state = ?",
        state);
  }

  private static String state(String id) throws SQLException {
    return Database.column("SELECT state FROM delivery WHERE id = ?", UUID.fromString(id)).get(0);
  }

  private static int attempts(String id) throws SQLException {
    return (int) Database.count("SELECT attempts FROM delivery WHERE id = ?", UUID.fromString(id));
  }
}
