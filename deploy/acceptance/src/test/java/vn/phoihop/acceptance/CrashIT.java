package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phoihop.deploy.Port;

/**
 * kill -9 between the 201 and the webhook. What was accepted arrives, under one webhook-id; what
 * was not answered may be sent again under its key and makes one incident.
 */
@Order(3)
@ExtendWith(StackExtension.class)
class CrashIT {

  private static final int INCIDENTS = 60;
  private static final long SEED = Long.getLong("phoihop.test.seed", System.nanoTime());
  private static final Random RANDOM = new Random(SEED);

  private final Stack stack;
  private Enterprise enterprise;
  private Receiver police;

  CrashIT(Stack stack) {
    this.stack = stack;
  }

  static IntStream rounds() {
    System.out.println("CrashIT: -Dphoihop.test.seed=" + SEED);
    return IntStream.rangeClosed(1, Boolean.getBoolean("phoihop.test.full") ? 20 : 2);
  }

  @BeforeEach
  void subscribe() {
    enterprise = Enterprise.enrolled(stack);
    enterprise.token();
    police = Receiver.of(stack, "police", "incident.received");
  }

  @AfterEach
  void unsubscribe() {
    stack.up();
    police.close();
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void incident_service_is_killed_while_it_answers(int round) {
    Burst burst = new Burst(enterprise, INCIDENTS);
    int fatal = RANDOM.nextInt(1, INCIDENTS);

    burst.send(
        List.of(stack.url(Port.INCIDENT)),
        created -> {
          if (created == fatal) {
            stack.kill("incident-service");
          }
        });
    stack.up();
    burst.sendAll(stack.url(Port.INCIDENT));

    long repeated = police.awaitAll(burst.accepted(), Duration.ofSeconds(60));
    tell("incident-service", round, fatal, repeated);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void notification_service_is_killed_while_it_sends(int round) {
    Burst burst = new Burst(enterprise, INCIDENTS);
    int fatal = RANDOM.nextInt(1, INCIDENTS);

    Thread killer =
        new Thread(
            () -> {
              Awaitility.await()
                  .atMost(Duration.ofSeconds(60))
                  .pollInterval(Duration.ofMillis(1))
                  .until(() -> police.received() >= fatal);
              stack.kill("notification-service");
            });
    killer.start();
    burst.sendAll(stack.url(Port.INCIDENT));
    join(killer);
    stack.up();

    long repeated = police.awaitAll(burst.accepted(), Duration.ofSeconds(60));
    tell("notification-service", round, fatal, repeated);
  }

  private static void tell(String service, int round, int fatal, long repeated) {
    System.out.printf(
        "CrashIT: %s, round %d: killed at the %d. of %d; %d webhooks came more than once%n",
        service, round, fatal, INCIDENTS, repeated);
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofMinutes(2).toMillis());
      assertEquals(Thread.State.TERMINATED, thread.getState());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
