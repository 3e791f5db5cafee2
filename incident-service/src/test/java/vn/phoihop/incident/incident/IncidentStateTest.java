package vn.phoihop.incident.incident;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.incident.IncidentState.CLOSED;
import static vn.phoihop.incident.incident.IncidentState.DISMISSED;
import static vn.phoihop.incident.incident.IncidentState.IN_COORDINATION;
import static vn.phoihop.incident.incident.IncidentState.MERGED;
import static vn.phoihop.incident.incident.IncidentState.RECEIVED;
import static vn.phoihop.incident.incident.IncidentState.RESOLVED;
import static vn.phoihop.incident.incident.IncidentState.RETURNED;
import static vn.phoihop.incident.incident.IncidentState.TRIAGED;
import static vn.phoihop.incident.incident.IncidentState.WITHDRAWN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.incident.IncidentState.Move;
import vn.phoihop.platform.test.StateMachineContract;

class IncidentStateTest {

  @Test
  void only_the_moves_of_the_table_are_possible() {
    StateMachineContract.assertEveryPair(
        IncidentState.class,
        Move.class,
        Map.ofEntries(
            entry("RECEIVED triage", TRIAGED),
            entry("RECEIVED return", RETURNED),
            entry("RECEIVED amend", RECEIVED),
            entry("RECEIVED withdraw", WITHDRAWN),
            entry("RECEIVED dismiss", DISMISSED),
            entry("RECEIVED merge", MERGED),
            entry("TRIAGED refer", IN_COORDINATION),
            entry("TRIAGED return", RETURNED),
            entry("TRIAGED amend", TRIAGED),
            entry("TRIAGED withdraw", WITHDRAWN),
            entry("TRIAGED dismiss", DISMISSED),
            entry("TRIAGED merge", MERGED),
            entry("RETURNED amend", RECEIVED),
            entry("RETURNED withdraw", WITHDRAWN),
            entry("RETURNED dismiss", DISMISSED),
            entry("RETURNED merge", MERGED),
            entry("IN_COORDINATION refer", IN_COORDINATION),
            entry("IN_COORDINATION resolve", RESOLVED),
            entry("IN_COORDINATION amend", IN_COORDINATION),
            entry("IN_COORDINATION allow-withdrawal", IN_COORDINATION),
            entry("IN_COORDINATION withdraw", WITHDRAWN),
            entry("IN_COORDINATION dismiss", DISMISSED),
            entry("IN_COORDINATION merge", MERGED),
            entry("RESOLVED close", CLOSED),
            entry("CLOSED reopen", IN_COORDINATION),
            entry("MERGED unmerge RECEIVED", RECEIVED),
            entry("MERGED unmerge TRIAGED", TRIAGED),
            entry("MERGED unmerge RETURNED", RETURNED),
            entry("MERGED unmerge IN_COORDINATION", IN_COORDINATION)));
  }

  @Test
  void the_enterprise_amends_and_withdraws_and_the_department_does_the_rest() {
    assertEquals(
        Map.of(
            Set.of("enterprise"),
            Set.of("amend", "withdraw"),
            Set.of("department"),
            Set.of(
                "triage",
                "refer",
                "resolve",
                "close",
                "reopen",
                "return",
                "allow-withdrawal",
                "dismiss",
                "merge",
                "unmerge")),
        Arrays.stream(Move.values())
            .collect(
                Collectors.groupingBy(
                    Move::sides, Collectors.mapping(Move::verb, Collectors.toSet()))));
  }

  @Test
  void the_doors_let_in_whom_the_table_names() {
    Map<String, Set<String>> doors =
        Stream.of(IncidentResource.class, IncidentMoveResource.class)
            .flatMap(door -> Arrays.stream(door.getMethods()))
            .filter(method -> method.isAnnotationPresent(POST.class))
            .filter(method -> method.isAnnotationPresent(Path.class))
            .collect(
                Collectors.toMap(
                    method -> method.getAnnotation(Path.class).value().replace("{id}/", ""),
                    method -> Set.of(method.getAnnotation(RolesAllowed.class).value())));

    assertEquals(
        Arrays.stream(Move.values())
            .filter(move -> !Set.of("merge", "unmerge").contains(move.verb()))
            .collect(Collectors.toMap(Move::verb, Move::sides, (one, same) -> one)),
        doors);
  }

  @Test
  void the_picture_in_the_docs_is_the_table() throws IOException {
    StateMachineContract.assertDrawn("incident", IncidentState.class, Move.class);
  }
}
