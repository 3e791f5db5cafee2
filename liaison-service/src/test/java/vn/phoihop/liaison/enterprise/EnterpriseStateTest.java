package vn.phoihop.liaison.enterprise;

import static vn.phoihop.liaison.enterprise.EnterpriseState.ACTIVE;
import static vn.phoihop.liaison.enterprise.EnterpriseState.CLOSED;
import static vn.phoihop.liaison.enterprise.EnterpriseState.SUSPENDED;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.StateMachineContract;

class EnterpriseStateTest {

  @Test
  void every_pair_is_as_the_table_says() {
    StateMachineContract.assertEveryPair(
        EnterpriseState.class,
        EnterpriseState.Move.class,
        Map.of(
            "VERIFIED activate", ACTIVE,
            "ACTIVE suspend", SUSPENDED,
            "SUSPENDED reinstate", ACTIVE,
            "ACTIVE close", CLOSED,
            "SUSPENDED close", CLOSED));
  }

  @Test
  void the_picture_is_the_codes() throws IOException {
    StateMachineContract.assertDrawn(
        "enterprise", EnterpriseState.class, EnterpriseState.Move.class);
  }
}
