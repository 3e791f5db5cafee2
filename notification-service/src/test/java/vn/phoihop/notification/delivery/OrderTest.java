package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Receiver.Call;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;

/** A subscription that wants the events of one object in their order. */
@QuarkusTest
class OrderTest {

  private static final String TYPE = "incident.received";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject QueueRepository queue;
  @Inject MarkRepository marks;
  @Inject QueueWorker worker;
  @Inject Scheduler scheduler;
  @Inject SystemParty system;

  @Test
  void without_a_word_nothing_waits() {
    Subscriber subscriber = Subscriber.to("http://127.0.0.1:9/", TYPE);
    subscriber
        .request()
        .get("/api/v1/subscriptions/" + subscriber.id())
        .then()
        .body("order", equalTo("NONE"));
    subscriber
        .request()
        .header("If-Match", "*")
        .contentType(ContentType.JSON)
        .body("{\"order\": \"BY_TIME\"}")
        .patch("/api/v1/subscriptions/" + subscriber.id())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/order"));
  }

  @Test
  void one_object_s_events_come_one_by_one() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      receiver.thenAlways(receiver.slowly(20));
      Subscriber subscriber = ordered(receiver);
      UUID incident = UUID.randomUUID();
      for (int i = 1; i <= 20; i++) {
        publish(incident, i, subscriber);
      }
      await().atMost(LONG).until(() -> receiver.calls().size() == 20);
      assertEquals(numbers(20), sequences(receiver));
      assertEquals(1, receiver.mostAtOnce());
    }
  }

  @Test
  void the_next_one_goes_at_once_and_waits_for_no_poll() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = ordered(receiver);
      String path = "/api/v1/subscriptions/" + subscriber.id();
      subscriber.request().post(path + "/pause").then().statusCode(200);
      UUID incident = UUID.randomUUID();
      for (int i = 1; i <= 20; i++) {
        publish(incident, i, subscriber);
      }
      await()
          .atMost(SOON)
          .until(
              () ->
                  Database.count(
                          "SELECT count(*) FROM delivery WHERE subscription_id = ?",
                          UUID.fromString(subscriber.id()))
                      == 20);
      scheduler.pause();
      try {
        subscriber.request().post(path + "/resume").then().statusCode(200);
        // For the first one; nobody polls for the others.
        worker.poll();
        await().atMost(LONG).until(() -> receiver.calls().size() == 20);
      } finally {
        scheduler.resume();
      }
      assertEquals(numbers(20), sequences(receiver));
    }
  }

  @Test
  void what_fails_holds_up_its_own_object_alone() throws Exception {
    try (Receiver receiver = Receiver.ok().first(Receiver.status(500))) {
      Subscriber subscriber = ordered(receiver);
      UUID stuck = UUID.randomUUID();
      UUID first = publish(stuck, 1, subscriber);
      subscriber.delivery(first, "RETRY_WAIT");
      later(first);
      UUID second = publish(stuck, 2, subscriber);
      UUID third = publish(stuck, 3, subscriber);
      subscriber.delivery(second, "QUEUED").body("$", not(hasKey("nextAttemptAt")));
      UUID other = publish(UUID.randomUUID(), 1, subscriber);
      subscriber.delivery(other, "DELIVERED");
      // As long as the poll has looked at it, and longer.
      await()
          .during(Duration.ofSeconds(2))
          .atMost(SOON)
          .until(() -> receiver.calls(second).isEmpty() && receiver.calls(third).isEmpty());
      hurry(first);
      subscriber.delivery(third, "DELIVERED");
      assertEquals(List.of(first, first, second, third), ids(receiver, stuck));
    }
  }

  @Test
  void after_a_dead_letter_the_next_one_goes() throws Exception {
    try (Receiver receiver =
        Receiver.ok().first(Receiver.status(400, "webhook-delivery: abort-message"))) {
      Subscriber subscriber = ordered(receiver);
      UUID incident = UUID.randomUUID();
      UUID first = publish(incident, 1, subscriber);
      UUID second = publish(incident, 2, subscriber);
      subscriber.delivery(second, "DELIVERED");
      subscriber.delivery(first, "DEAD_LETTER");
      assertEquals(List.of(first, second), ids(receiver, incident));
    }
  }

  @Test
  void what_is_sent_again_does_not_overtake_what_waits() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = ordered(receiver);
      UUID incident = UUID.randomUUID();
      UUID first = publish(incident, 1, subscriber);
      String id = subscriber.delivery(first, "DELIVERED").extract().path("id");
      receiver.first(Receiver.status(500));
      UUID second = publish(incident, 2, subscriber);
      subscriber.delivery(second, "RETRY_WAIT");
      later(second);
      UUID third = publish(incident, 3, subscriber);
      subscriber.delivery(third, "QUEUED");
      subscriber.request().post("/api/v1/deliveries/" + id + "/resend").then().statusCode(202);
      subscriber.delivery(first, "REPLAYED").body("$", not(hasKey("nextAttemptAt")));
      hurry(second);
      await().atMost(SOON).until(() -> receiver.calls().size() == 5);
      assertEquals(List.of(first, second, second, third, first), ids(receiver, incident));
      subscriber.delivery(first, "DELIVERED");
    }
  }

  @Test
  void the_one_that_waits_for_its_retry_can_be_sent_now_and_stays_first() throws Exception {
    try (Receiver receiver = Receiver.ok().first(Receiver.status(500))) {
      Subscriber subscriber = ordered(receiver);
      UUID incident = UUID.randomUUID();
      UUID first = publish(incident, 1, subscriber);
      String id = subscriber.delivery(first, "RETRY_WAIT").extract().path("id");
      later(first);
      UUID second = publish(incident, 2, subscriber);
      subscriber.delivery(second, "QUEUED");
      subscriber.request().post("/api/v1/deliveries/" + id + "/resend").then().statusCode(202);
      subscriber.delivery(second, "DELIVERED");
      assertEquals(List.of(first, first, second), ids(receiver, incident));
    }
  }

  @Test
  void what_a_killed_instance_had_in_hand_goes_before_the_next() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = ordered(receiver);
      UUID incident = UUID.randomUUID();
      UUID first = publish(incident, 1, subscriber);
      subscriber.delivery(first, "DELIVERED");
      // As kill -9 leaves it between the receiver's answer and the mark; the lease lasts.
      update(
          "UPDATE delivery SET state = 'SENDING', lease_token = gen_random_uuid(),"
              + " next_at = now() + interval '1 hour' WHERE notification_id = ?",
          first);
      UUID second = publish(incident, 2, subscriber);
      subscriber.delivery(second, "QUEUED");
      await()
          .during(Duration.ofSeconds(2))
          .atMost(SOON)
          .until(() -> receiver.calls(second).isEmpty());
      hurry(first);
      subscriber.delivery(second, "DELIVERED");
      assertEquals(List.of(first, first, second), ids(receiver, incident));
    }
  }

  @Test
  void a_pause_keeps_the_order_too() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber subscriber = ordered(receiver);
      String path = "/api/v1/subscriptions/" + subscriber.id();
      subscriber.request().post(path + "/pause").then().statusCode(200);
      UUID one = UUID.randomUUID();
      UUID two = UUID.randomUUID();
      UUID last = one;
      for (int i = 1; i <= 10; i++) {
        publish(one, i, subscriber);
        last = publish(two, i, subscriber);
      }
      subscriber.delivery(last, "QUEUED");
      subscriber.request().post(path + "/resume").then().statusCode(200);
      await().atMost(SOON).until(() -> receiver.calls().size() == 20);
      for (UUID incident : List.of(one, two)) {
        assertEquals(
            numbers(10),
            receiver.calls().stream()
                .filter(call -> object(call).equals(incident))
                .map(OrderTest::sequence)
                .toList());
      }
    }
  }

  @Test
  void a_deleted_subscription_leaves_nothing_waiting() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      Subscriber subscriber = ordered(receiver);
      UUID incident = UUID.randomUUID();
      UUID first = publish(incident, 1, subscriber);
      UUID second = publish(incident, 2, subscriber);
      subscriber.delivery(first, "RETRY_WAIT");
      subscriber.delivery(second, "QUEUED");
      subscriber
          .request()
          .header("If-Match", "*")
          .delete("/api/v1/subscriptions/" + subscriber.id())
          .then()
          .statusCode(204);
      subscriber.delivery(first, "SUPPRESSED");
      subscriber.delivery(second, "SUPPRESSED");
    }
  }

  /**
   * I5. Two more instances take and end deliveries beside the service's own, while events arrive:
   * no event of an object is begun before the one before it is done.
   */
  @Test
  void three_instances_together_never_send_a_later_one_before_the_earlier_is_done()
      throws Exception {
    int objects = 12;
    int events = Boolean.getBoolean("phoihop.test.full") ? 100 : 15;
    Witness witness = new Witness();
    try (Receiver receiver = Receiver.with(witness::hears)) {
      Subscriber subscriber = ordered(receiver);
      UUID subscription = UUID.fromString(subscriber.id());
      CountDownLatch end = new CountDownLatch(1);
      ExecutorService instances = Executors.newFixedThreadPool(3);
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        work.add(instances.submit(() -> instance(subscription, witness, end)));
      }
      // Retries are due at once, so that they are many.
      work.add(
          instances.submit(
              () -> {
                while (!end.await(20, TimeUnit.MILLISECONDS)) {
                  Database.asSuperuser(
                      connection ->
                          connection
                              .createStatement()
                              .executeUpdate(
                                  "UPDATE delivery SET next_at = now() WHERE state = 'RETRY_WAIT'"
                                      + " AND next_at > now() AND subscription_id = '"
                                      + subscription
                                      + "'"));
                }
                return null;
              }));
      List<UUID> incidents = new ArrayList<>();
      for (int i = 0; i < objects; i++) {
        incidents.add(UUID.randomUUID());
      }
      for (int n = 1; n <= events; n++) {
        for (UUID incident : incidents) {
          publish(incident, n, subscriber);
        }
      }
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  witness.done() == objects * events
                      || !witness.wrongs.isEmpty()
                      || work.stream().anyMatch(Future::isDone));
      end.countDown();
      for (Future<?> each : work) {
        each.get();
      }
      instances.shutdown();
      assertEquals(List.of(), List.copyOf(witness.wrongs));
      assertEquals(objects * events, witness.done());
      assertTrue(witness.byOthers > 0, "the service alone sent everything: nothing was tried");
      assertTrue(witness.byService > 0, "the service sent nothing");
      await()
          .atMost(SOON)
          .until(
              () ->
                  Database.count(
                          "SELECT count(*) FROM delivery WHERE subscription_id = ?"
                              + " AND state = 'DELIVERED'",
                          subscription)
                      == objects * events);
    }
  }

  /** Sees every attempt begin and end, whoever makes it. */
  private static final class Witness {

    final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    volatile int byService;
    volatile int byOthers;
    private final Map<UUID, Long> last = new ConcurrentHashMap<>();
    private final Set<UUID> underWay = new HashSet<>();

    synchronized void begins(UUID object, long sequence) {
      if (!underWay.add(object)) {
        wrongs.add(object + " " + sequence + " begins beside another");
      }
      if (sequence != last.getOrDefault(object, 0L) + 1) {
        wrongs.add(object + " " + sequence + " begins after " + last.get(object));
      }
    }

    synchronized void ends(UUID object, long sequence, boolean delivered) {
      underWay.remove(object);
      if (delivered) {
        last.put(object, sequence);
      }
    }

    synchronized long done() {
      return last.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean hears(Call call, java.io.OutputStream out) throws IOException, InterruptedException {
      byService++;
      begins(object(call), sequence(call));
      boolean delivered = ThreadLocalRandom.current().nextInt(5) > 0;
      ends(object(call), sequence(call), delivered);
      return Receiver.status(delivered ? 200 : 500).answer(call, out);
    }
  }

  private Void instance(UUID subscription, Witness witness, CountDownLatch end) throws IOException {
    Random random = new Random(subscription.hashCode());
    while (end.getCount() > 0) {
      Claims claims =
          asSystem(
              () ->
                  queue.claim(
                      List.of(),
                      new Share(4, 1, 1),
                      512,
                      Lease.begin(Duration.ofSeconds(90), Duration.ofSeconds(2))));
      List<Claimed> mine =
          claims.deliveries().stream()
              .filter(claimed -> claimed.subscriptionId().equals(subscription))
              .toList();
      List<Claimed> foreign = new ArrayList<>(claims.deliveries());
      foreign.removeAll(mine);
      asSystem(
          () -> {
            marks.release(foreign);
            return null;
          });
      for (Claimed claimed : mine) {
        witness.byOthers++;
        JsonNode data = JSON.readTree(claimed.body()).get("data");
        UUID object = UUID.fromString(data.get("id").asText());
        witness.begins(object, data.get("sequence").asLong());
        boolean delivered = random.nextInt(5) > 0;
        witness.ends(object, data.get("sequence").asLong(), delivered);
        Outcome outcome =
            Outcome.answered(delivered ? 200 : 500, Duration.ofMillis(1), null, null, null);
        asSystem(
            () ->
                marks.complete(
                    List.of(
                        Completion.of(
                            claimed, Instant.now(), outcome, RandomGenerator.getDefault()))));
      }
    }
    return null;
  }

  private <T> T asSystem(java.util.concurrent.Callable<T> work) {
    return system.call(() -> QuarkusTransaction.requiringNew().call(work));
  }

  private static Subscriber ordered(Receiver receiver) {
    return Subscriber.with(receiver.url(), TYPE, "order", "PER_OBJECT");
  }

  private static UUID publish(UUID incident, long sequence, Subscriber subscriber) {
    try {
      ObjectNode event =
          (ObjectNode) JSON.readTree(IncidentEvents.json(TYPE, incident, subscriber.party()));
      event.put("sequence", sequence);
      return Events.publish("phoihop.incident", TYPE, incident.toString(), event.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Long> numbers(int most) {
    List<Long> numbers = new ArrayList<>();
    for (long i = 1; i <= most; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private static List<Long> sequences(Receiver receiver) {
    return receiver.calls().stream().map(OrderTest::sequence).toList();
  }

  private static List<UUID> ids(Receiver receiver, UUID incident) {
    return receiver.calls().stream()
        .filter(call -> object(call).equals(incident))
        .map(call -> UUID.fromString(call.id()))
        .toList();
  }

  private static UUID object(Call call) {
    return UUID.fromString(data(call).get("id").asText());
  }

  private static long sequence(Call call) {
    return data(call).get("sequence").asLong();
  }

  private static JsonNode data(Call call) {
    try {
      return JSON.readTree(call.body()).get("data");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As if a longer pause had been found in the schedule. */
  private static void later(UUID event) throws SQLException {
    update(
        "UPDATE delivery SET next_at = now() + interval '5 hours' WHERE notification_id = ?",
        event);
  }

  private static void hurry(UUID event) throws SQLException {
    update("UPDATE delivery SET next_at = now() WHERE notification_id = ?", event);
  }

  private static void update(String sql, UUID event) throws SQLException {
    int rows =
        Database.asSuperuser(
            connection -> {
              try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, event);
                return statement.executeUpdate();
              }
            });
    assertNotEquals(0, rows);
  }
}
