package vn.phoihop.reporting.consolidation;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.reporting.consolidation.ConsolidatedReportState.ACKNOWLEDGED;
import static vn.phoihop.reporting.consolidation.ConsolidatedReportState.FROZEN;
import static vn.phoihop.reporting.consolidation.ConsolidatedReportState.SENT;
import static vn.phoihop.reporting.consolidation.ConsolidatedReportState.SIGNED;
import static vn.phoihop.reporting.consolidation.ConsolidatedReportState.SUPERSEDED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.StateMachineContract;
import vn.phoihop.reporting.consolidation.ConsolidatedReportState.Move;

class ConsolidatedReportStateTest {

  @Test
  void only_the_moves_of_the_table_are_possible() {
    StateMachineContract.assertEveryPair(
        ConsolidatedReportState.class,
        Move.class,
        Map.ofEntries(
            entry("COLLECTING freeze", FROZEN),
            entry("FROZEN sign", SIGNED),
            entry("SIGNED send", SENT),
            entry("SIGNED supersede", SUPERSEDED),
            entry("SENT send", SENT),
            entry("SENT acknowledge SENT", SENT),
            entry("SENT acknowledge ACKNOWLEDGED", ACKNOWLEDGED),
            entry("SENT supersede", SUPERSEDED),
            entry("ACKNOWLEDGED send", SENT),
            entry("ACKNOWLEDGED supersede", SUPERSEDED)));
  }

  @Test
  void docs_draw_what_the_code_does() throws IOException {
    StateMachineContract.assertDrawn(
        "consolidated-report", ConsolidatedReportState.class, Move.class);
  }

  @Test
  void every_move_of_a_role_has_its_operation() {
    Map<String, Set<String>> operations =
        Arrays.stream(ConsolidatedReportMoveResource.class.getMethods())
            .filter(method -> method.isAnnotationPresent(POST.class))
            .collect(
                Collectors.toMap(
                    method -> method.getAnnotation(Path.class).value().substring("{id}/".length()),
                    method -> Set.of(method.getAnnotation(RolesAllowed.class).value())));
    Map<String, Set<String>> moves =
        Arrays.stream(Move.values())
            .filter(move -> !move.sides().contains("system"))
            .collect(Collectors.toMap(Move::verb, Move::sides, (one, same) -> one));

    assertEquals(moves, operations);
  }
}
