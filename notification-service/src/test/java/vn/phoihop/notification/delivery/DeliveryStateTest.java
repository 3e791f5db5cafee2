package vn.phoihop.notification.delivery;

import static java.util.Map.entry;
import static vn.phoihop.notification.delivery.DeliveryState.DEAD_LETTER;
import static vn.phoihop.notification.delivery.DeliveryState.DELIVERED;
import static vn.phoihop.notification.delivery.DeliveryState.QUEUED;
import static vn.phoihop.notification.delivery.DeliveryState.REPLAYED;
import static vn.phoihop.notification.delivery.DeliveryState.RETRY_WAIT;
import static vn.phoihop.notification.delivery.DeliveryState.SENDING;
import static vn.phoihop.notification.delivery.DeliveryState.SUPPRESSED;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.StateMachineContract;

class DeliveryStateTest {

  @Test
  void every_pair() {
    StateMachineContract.assertEveryPair(
        DeliveryState.class,
        DeliveryState.Move.class,
        Map.ofEntries(
            entry("QUEUED send", SENDING),
            entry("RETRY_WAIT send", SENDING),
            entry("REPLAYED send", SENDING),
            entry("SENDING send", SENDING),
            entry("SENDING deliver", DELIVERED),
            entry("SENDING wait", RETRY_WAIT),
            entry("SENDING give-up", DEAD_LETTER),
            entry("SENDING release", QUEUED),
            entry("QUEUED suppress", SUPPRESSED),
            entry("RETRY_WAIT suppress", SUPPRESSED),
            entry("REPLAYED suppress", SUPPRESSED),
            entry("DELIVERED resend", REPLAYED),
            entry("DEAD_LETTER resend", REPLAYED),
            entry("RETRY_WAIT resend", REPLAYED)));
  }

  @Test
  void drawn() throws IOException {
    StateMachineContract.assertDrawn("delivery", DeliveryState.class, DeliveryState.Move.class);
  }
}
