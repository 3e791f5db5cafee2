package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phoihop.acceptance.Receiver.Manner;
import vn.phoihop.deploy.Port;

/** A receiver closes connections that the service has kept for the next webhook. */
@Order(2)
@ExtendWith(StackExtension.class)
class IdleConnectionIT {

  private static final int INCIDENTS = 40;

  private final Stack stack;

  IdleConnectionIT(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"CLOSES_WHEN_IDLE", "CLOSES_ON_REUSE"})
  void nothing_is_lost(Manner manner) {
    Enterprise enterprise = Enterprise.enrolled(stack);
    try (Receiver police =
        Receiver.of(stack, () -> stack.token("police"), manner, "incident.received")) {
      Burst burst = new Burst(enterprise, INCIDENTS).sendAll(stack.url(Port.INCIDENT));
      police.awaitAll(burst.accepted(), Duration.ofSeconds(60));
      // One after the other: each webhook finds the connection of the one before idle or closed.
      for (int i = 0; i < INCIDENTS; i++) {
        Burst single = new Burst(enterprise, 1).sendAll(stack.url(Port.INCIDENT));
        police.awaitAll(single.accepted(), Duration.ofSeconds(60));
      }
      assertTrue(police.connections() > INCIDENTS / 4, () -> police.connections() + " connections");
    }
  }
}
