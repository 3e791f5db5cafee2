package vn.phoihop.notification.escalation;

import static java.util.Map.entry;
import static vn.phoihop.notification.escalation.EscalationState.DEPARTMENT_TOLD;
import static vn.phoihop.notification.escalation.EscalationState.DEPUTY_TOLD;
import static vn.phoihop.notification.escalation.EscalationState.EXHAUSTED;
import static vn.phoihop.notification.escalation.EscalationState.LEADER_TOLD;
import static vn.phoihop.notification.escalation.EscalationState.SATISFIED;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.StateMachineContract;

class EscalationStateTest {

  @Test
  void every_pair() {
    StateMachineContract.assertEveryPair(
        EscalationState.class,
        EscalationState.Move.class,
        Map.ofEntries(
            entry("LIAISON_TOLD tell-deputy", DEPUTY_TOLD),
            entry("LIAISON_TOLD tell-leader", LEADER_TOLD),
            entry("DEPUTY_TOLD tell-leader", LEADER_TOLD),
            entry("LIAISON_TOLD tell-department", DEPARTMENT_TOLD),
            entry("DEPUTY_TOLD tell-department", DEPARTMENT_TOLD),
            entry("LEADER_TOLD tell-department", DEPARTMENT_TOLD),
            entry("LIAISON_TOLD satisfy", SATISFIED),
            entry("DEPUTY_TOLD satisfy", SATISFIED),
            entry("LEADER_TOLD satisfy", SATISFIED),
            entry("DEPARTMENT_TOLD satisfy", SATISFIED),
            entry("DEPARTMENT_TOLD exhaust", EXHAUSTED)));
  }

  @Test
  void drawn() throws IOException {
    StateMachineContract.assertDrawn(
        "escalation", EscalationState.class, EscalationState.Move.class);
  }
}
