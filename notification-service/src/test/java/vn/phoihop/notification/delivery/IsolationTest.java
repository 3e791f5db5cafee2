package vn.phoihop.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
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

  @Test
  void forty_black_holes_of_two_hundred_keep_no_other_waiting() throws Exception {
    List<ServerSocket> holes = new ArrayList<>();
    List<Receiver> receivers = new ArrayList<>();
    try {
      List<Subscriber> swallowed = new ArrayList<>();
      for (int i = 0; i < BLACK_HOLES; i++) {
        // The kernel takes the connection, and nobody ever reads it.
        ServerSocket hole = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        holes.add(hole);
        swallowed.add(Subscriber.to("http://127.0.0.1:" + hole.getLocalPort() + "/", TYPE));
      }
      List<Subscriber> healthy = new ArrayList<>();
      for (int i = 0; i < HEALTHY; i++) {
        if (i % 20 == 0) {
          receivers.add(Receiver.ok());
        }
        healthy.add(Subscriber.to(receivers.get(i / 20).url(), TYPE));
      }
      String[] all =
          Stream.concat(swallowed.stream(), healthy.stream())
              .map(Subscriber::party)
              .toArray(String[]::new);
      List<Duration> waves = new ArrayList<>();
      for (int wave = 1; wave <= WAVES; wave++) {
        // Six for the black holes alone, so that there is more of it than there is room.
        String[] theirs = swallowed.stream().map(Subscriber::party).toArray(String[]::new);
        for (int i = 0; i < 6; i++) {
          IncidentEvents.publish(TYPE, theirs);
        }
        int expected = wave * HEALTHY;
        long began = System.nanoTime();
        IncidentEvents.publish(TYPE, all);
        await()
            .pollInterval(Duration.ofMillis(5))
            .atMost(Duration.ofSeconds(30))
            .until(() -> receivers.stream().mapToInt(r -> r.calls().size()).sum() == expected);
        waves.add(Duration.ofNanos(System.nanoTime() - began));
      }
      assertTrue(
          waves.stream().allMatch(wave -> wave.compareTo(TIMEOUT) < 0),
          "the healthy ones waited: " + waves);

      // Once they have failed thrice, one call at a time.
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertTrue(mostUnderWay(swallowed) <= 1));
      UUID last = IncidentEvents.publish(TYPE, all);
      await()
          .atMost(TIMEOUT)
          .until(() -> receivers.stream().mapToInt(r -> r.calls(last).size()).sum() == HEALTHY);
      assertTrue(mostUnderWay(swallowed) <= 1);
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
      assertTrue(receiver.calls().size() - before < 10, "it was called in spite of its trouble");
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

  private static long mostUnderWay(List<Subscriber> subscribers) throws Exception {
    String ids =
        String.join(
            ",", subscribers.stream().map(subscriber -> "'" + subscriber.id() + "'").toList());
    return Database.count(
        "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM delivery WHERE state = 'SENDING'"
            + " AND subscription_id IN ("
            + ids
            + ") GROUP BY subscription_id) AS each");
  }
}
