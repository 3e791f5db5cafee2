package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phoihop.deploy.Port;

/** A second incident-service and a second notification-service beside the first. */
@Order(4)
@ExtendWith(StackExtension.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the environment of a process is read from /proc")
class TwoInstancesIT {

  private static final int INCIDENTS = 200;

  private final Stack stack;

  TwoInstancesIT(Stack stack) {
    this.stack = stack;
  }

  @AfterEach
  void whole() {
    stack.up();
  }

  @Test
  void nothing_comes_twice_and_nothing_is_lost_when_one_of_each_stops() throws Exception {
    Enterprise enterprise = Enterprise.enrolled(stack);
    try (SecondInstance incidents = SecondInstance.beside(stack, "incident-service");
        SecondInstance notifications = SecondInstance.beside(stack, "notification-service");
        Receiver police = Receiver.of(stack, "police", "incident.received")) {
      incidents.awaitReady();
      notifications.awaitReady();
      List<String> both = List.of(stack.url(Port.INCIDENT), incidents.url());

      Burst calm = new Burst(enterprise, INCIDENTS).send(both, created -> {});
      assertEquals(INCIDENTS, calm.accepted().size(), () -> "others: " + calm.refusals());
      long repeated = police.awaitAll(calm.accepted(), Duration.ofSeconds(60));
      assertEquals(0, repeated, "webhooks that came more than once although nothing failed");

      // The first ones stop: whatever they held (the relay's lock, partitions, leases) passes on.
      Burst stormy = new Burst(enterprise, INCIDENTS);
      Thread stop =
          new Thread(
              () -> {
                stack.signal("notification-service", "TERM");
                stack.signal("incident-service", "TERM");
              });
      stormy.send(
          both,
          created -> {
            if (created == INCIDENTS / 4) {
              stop.start();
            }
          });
      stop.join();
      stormy.sendAll(incidents.url());
      repeated = police.awaitAll(stormy.accepted(), Duration.ofSeconds(60));
      System.out.printf(
          "TwoInstancesIT: %d of %d webhooks came more than once while one of each stopped%n",
          repeated, INCIDENTS);
      stack.up();
    }
  }
}
