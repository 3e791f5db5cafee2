package vn.phoihop.liaison.designation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phoihop.liaison.designation.DesignationState.ACTIVE;
import static vn.phoihop.liaison.designation.DesignationState.DRAFT;
import static vn.phoihop.liaison.designation.DesignationState.EXPIRED;
import static vn.phoihop.liaison.designation.DesignationState.REJECTED;
import static vn.phoihop.liaison.designation.DesignationState.RETURNED;
import static vn.phoihop.liaison.designation.DesignationState.REVOKED;
import static vn.phoihop.liaison.designation.DesignationState.SUPERSEDED;
import static vn.phoihop.liaison.designation.DesignationState.SUSPENDED;
import static vn.phoihop.liaison.designation.DesignationState.UNDER_REVIEW;
import static vn.phoihop.liaison.designation.DesignationState.WITHDRAWN;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phoihop.platform.state.ForbiddenTransition;
import vn.phoihop.platform.test.StateMachineContract;

class DesignationStateTest {

  @Test
  void every_pair_is_as_the_table_says() {
    StateMachineContract.assertEveryPair(
        DesignationState.class,
        DesignationState.Move.class,
        Map.ofEntries(
            Map.entry("DRAFT submit", UNDER_REVIEW),
            Map.entry("RETURNED submit", UNDER_REVIEW),
            Map.entry("UNDER_REVIEW approve", ACTIVE),
            Map.entry("UNDER_REVIEW return", RETURNED),
            Map.entry("UNDER_REVIEW reject", REJECTED),
            Map.entry("DRAFT withdraw", WITHDRAWN),
            Map.entry("UNDER_REVIEW withdraw", WITHDRAWN),
            Map.entry("RETURNED withdraw", WITHDRAWN),
            Map.entry("ACTIVE suspend", SUSPENDED),
            Map.entry("SUSPENDED reinstate", ACTIVE),
            Map.entry("ACTIVE supersede", SUPERSEDED),
            Map.entry("ACTIVE revoke", REVOKED),
            Map.entry("ACTIVE expire", EXPIRED)));
  }

  @ParameterizedTest
  @EnumSource
  void only_a_draft_and_a_returned_one_may_be_written(DesignationState state) {
    if (state == DRAFT || state == RETURNED) {
      assertDoesNotThrow(state::requireEditable);
    } else {
      ForbiddenTransition refused = assertThrows(ForbiddenTransition.class, state::requireEditable);
      assertEquals(state.name(), refused.state());
    }
  }

  @Test
  void a_refusal_says_what_may_be_done() {
    assertEquals(
        List.of("approve", "reject", "return", "withdraw"),
        assertThrows(ForbiddenTransition.class, UNDER_REVIEW::requireEditable).allowed());
  }

  @Test
  void the_picture_is_the_codes() throws IOException {
    StateMachineContract.assertDrawn(
        "designation", DesignationState.class, DesignationState.Move.class);
  }
}
