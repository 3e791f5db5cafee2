package vn.phoihop.notification.subscription;

import static vn.phoihop.notification.subscription.SubscriptionState.ACTIVE;
import static vn.phoihop.notification.subscription.SubscriptionState.DELETED;
import static vn.phoihop.notification.subscription.SubscriptionState.DISABLED;
import static vn.phoihop.notification.subscription.SubscriptionState.PAUSED;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.StateMachineContract;

class SubscriptionStateTest {

  @Test
  void every_pair() {
    StateMachineContract.assertEveryPair(
        SubscriptionState.class,
        SubscriptionState.Move.class,
        Map.of(
            "ACTIVE pause", PAUSED,
            "PAUSED resume", ACTIVE,
            "ACTIVE disable", DISABLED,
            "PAUSED disable", DISABLED,
            "DISABLED resume", ACTIVE,
            "ACTIVE delete", DELETED,
            "PAUSED delete", DELETED,
            "DISABLED delete", DELETED));
  }

  @Test
  void drawn() throws IOException {
    StateMachineContract.assertDrawn(
        "subscription", SubscriptionState.class, SubscriptionState.Move.class);
  }
}
