package vn.phoihop.notification.recovery;

import static vn.phoihop.notification.recovery.RecoveryState.CANCELLED;
import static vn.phoihop.notification.recovery.RecoveryState.DONE;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.StateMachineContract;

class RecoveryStateTest {

  @Test
  void every_pair() {
    StateMachineContract.assertEveryPair(
        RecoveryState.class,
        RecoveryState.Move.class,
        Map.of("RUNNING finish", DONE, "RUNNING cancel", CANCELLED, "RUNNING drop", CANCELLED));
  }

  @Test
  void drawn() throws IOException {
    StateMachineContract.assertDrawn("recovery", RecoveryState.class, RecoveryState.Move.class);
  }
}
