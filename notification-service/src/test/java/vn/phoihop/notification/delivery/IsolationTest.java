package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;

/** Receivers that take a connection and never answer cost the others nothing. */
@QuarkusTest
class IsolationTest {

  private static final String TYPE = "incident.received";
  private static final int HEALTHY = 160;
  private static final int BLACK_HOLES = 40;
  private static final int WAVES = 20;

  /** One call to a black hole lasts so long (NotificationStack). */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Whoever takes a delivery has it for so long (NotificationStack). */
  private static final Duration LEASE = Duration.ofSeconds(90);

  @Test
  void forty_black_holes_of_two_hundred_keep_no_other_waiting() throws Exception {
    List<ServerSocket> holes = new ArrayList<>();
    List<Receiver> receivers = new ArrayList<>();
    try {
      List<Subscriber> healthy = new ArrayList<>();
      for (int i = 0; i < HEALTHY; i++) {
        if (i % 20 == 0) {
          receivers.add(Receiver.ok());
        }
        healthy.add(Subscriber.to(receivers.get(i / 20).url(), TYPE));
      }
      // What a wave takes on this machine without black holes; the first one opens connections.
      wave(receivers, parties(healthy));
      List<Duration> alone = new ArrayList<>();
      for (int wave = 1; wave <= 5; wave++) {
        alone.add(wave(receivers, parties(healthy)));
      }
      Duration most = TIMEOUT.plus(Collections.max(alone));
      List<Subscriber> swallowed = new ArrayList<>();
      for (int i = 0; i < BLACK_HOLES; i++) {
        // The kernel takes the connection, and nobody ever reads it.
        ServerSocket hole = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        holes.add(hole);
        swallowed.add(Subscriber.to("http://127.0.0.1:" + hole.getLocalPort() + "/", TYPE));
      }
      String[] all =
          Stream.concat(Stream.of(parties(swallowed)), Stream.of(parties(healthy)))
              .toArray(String[]::new);
      List<Duration> waves = new ArrayList<>();
      for (int wave = 1; wave <= WAVES; wave++) {
        // Six for the black holes alone, so that there is more of it than there is room.
        for (int i = 0; i < 6; i++) {
          IncidentEvents.publish(TYPE, parties(swallowed));
        }
        waves.add(wave(receivers, all));
      }
      assertTrue(
          waves.stream().allMatch(wave -> wave.compareTo(most) < 0),
          "the healthy ones waited: " + waves + ", alone " + alone);

      // Once they have failed thrice, one call at a time.
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertTrue(mostTaken(swallowed, LEASE) <= 1));
      Duration last = wave(receivers, all);
      assertTrue(last.compareTo(most) < 0, "the healthy ones waited: " + last);
      // What was taken longer ago has ended, though its mark may still be to be written.
      assertTrue(mostTaken(swallowed, TIMEOUT) <= 1);
      // Nothing is left to the tests that come after.
      for (Subscriber subscriber : swallowed) {
        subscriber
            .request()
            .header("If-Match", "*")
            .delete("/api/v1/subscriptions/" + subscriber.id())
            .then()
            .statusCode(204);
      }
    } finally {
      for (Receiver receiver : receivers) {
        receiver.close();
      }
      for (ServerSocket hole : holes) {
        hole.close();
      }
    }
  }

  @Test
  void who_takes_something_again_gets_all_the_rest_at_once() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      for (int i = 0; i < 3; i++) {
        subscriber.delivery(IncidentEvents.publish(TYPE, subscriber.party()), "RETRY_WAIT");
      }
      int before = receiver.calls().size();
      long began = System.nanoTime();
      for (int i = 0; i < 40; i++) {
        IncidentEvents.publish(TYPE, subscriber.party());
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  Database.count(
                          "SELECT count(*) FROM delivery WHERE subscription_id = ?",
                          UUID.fromString(subscriber.id()))
                      == 43);
      int called = receiver.calls().size() - before;
      // About one a second, and it may have taken many to publish forty.
      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      assertTrue(called < 10 + seconds, called + " calls in spite of its trouble");
      receiver.thenAlways(Receiver.status(200));
      // One a second would take forty.
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  Database.count(
                          "SELECT count(*) FROM delivery WHERE subscription_id = ? AND state = 'QUEUED'",
                          UUID.fromString(subscriber.id()))
                      == 0);
    }
  }

  /** Tells these parties of an event, and how long it took until all that are healthy had it. */
  private static Duration wave(List<Receiver> receivers, String[] parties) {
    int expected = calls(receivers) + HEALTHY;
    long began = System.nanoTime();
    IncidentEvents.publish(TYPE, parties);
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(30))
        .until(() -> calls(receivers) == expected);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static int calls(List<Receiver> receivers) {
    return receivers.stream().mapToInt(receiver -> receiver.calls().size()).sum();
  }

  private static String[] parties(List<Subscriber> subscribers) {
    return subscribers.stream().map(Subscriber::party).toArray(String[]::new);
  }

  /** The most that are SENDING to one of them, and were taken within a time. */
  private static long mostTaken(List<Subscriber> subscribers, Duration within) throws Exception {
    String ids =
        String.join(
            ",", subscribers.stream().map(subscriber -> "'" + subscriber.id() + "'").toList());
    return Database.count(
        "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM delivery WHERE state = 'SENDING'"
            + " AND next_at > now() + ? * interval '1 ms' AND subscription_id IN ("
            + ids
            + ") GROUP BY subscription_id) AS each",
        LEASE.minus(within).toMillis());
  }
}
