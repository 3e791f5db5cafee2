package vn.phoihop.reporting.obligation;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.reporting.obligation.ObligationState.CANCELLED;
import static vn.phoihop.reporting.obligation.ObligationState.EXEMPTED;
import static vn.phoihop.reporting.obligation.ObligationState.FULFILLED;
import static vn.phoihop.reporting.obligation.ObligationState.OPEN;
import static vn.phoihop.reporting.obligation.ObligationState.REOPENED;
import static vn.phoihop.reporting.obligation.ObligationState.SUBMITTED;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.StateMachineContract;
import vn.phoihop.reporting.obligation.ObligationState.Move;

class ObligationStateTest {

  private static final Instant DUE = Instant.parse("2027-01-15T17:00:00Z");

  @Test
  void only_the_moves_of_the_table_are_possible() {
    StateMachineContract.assertEveryPair(
        ObligationState.class,
        Move.class,
        Map.ofEntries(
            entry("OPEN submit", SUBMITTED),
            entry("OPEN exempt", EXEMPTED),
            entry("OPEN cancel", CANCELLED),
            entry("SUBMITTED return OPEN", OPEN),
            entry("SUBMITTED return REOPENED", REOPENED),
            entry("SUBMITTED accept", FULFILLED),
            entry("FULFILLED correct", REOPENED),
            entry("REOPENED submit", SUBMITTED)));
  }

  @Test
  void the_enterprise_submits_and_corrects_and_the_department_does_the_rest() {
    assertEquals(
        Map.of(
            Set.of("enterprise"), Set.of("submit", "correct"),
            Set.of("department"), Set.of("return", "accept", "exempt", "cancel")),
        Arrays.stream(Move.values())
            .collect(
                Collectors.groupingBy(
                    Move::sides, Collectors.mapping(Move::verb, Collectors.toSet()))));
  }

  @Test
  void the_picture_in_the_docs_is_the_table() throws IOException {
    StateMachineContract.assertDrawn("obligation", ObligationState.class, Move.class);
  }

  @Test
  void only_an_open_one_is_due_soon_or_overdue() {
    for (ObligationState state : ObligationState.values()) {
      boolean open = state == OPEN;
      assertEquals(List.of(), flags(state, "2027-01-08T16:59:59Z"));
      assertEquals(
          open ? List.of(DueFlag.DUE_SOON) : List.of(), flags(state, "2027-01-08T17:00:00Z"));
      assertEquals(
          open ? List.of(DueFlag.DUE_SOON) : List.of(), flags(state, "2027-01-15T17:00:00Z"));
      assertEquals(
          open ? List.of(DueFlag.OVERDUE) : List.of(), flags(state, "2027-01-15T17:00:01Z"));
    }
  }

  private static List<DueFlag> flags(ObligationState state, String now) {
    Instant at = Instant.parse(now);
    return new DueWindow(at, at.plusSeconds(7 * 24 * 3600)).flags(state, DUE);
  }
}
