package vn.phoihop.incident.request;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.request.RequestState.ACCEPTED;
import static vn.phoihop.incident.request.RequestState.ACKNOWLEDGED;
import static vn.phoihop.incident.request.RequestState.ANSWERED;
import static vn.phoihop.incident.request.RequestState.CANCELLED;
import static vn.phoihop.incident.request.RequestState.CLOSED;
import static vn.phoihop.incident.request.RequestState.DRAFT;
import static vn.phoihop.incident.request.RequestState.ISSUED;
import static vn.phoihop.incident.request.RequestState.NEEDS_CLARIFICATION;
import static vn.phoihop.incident.request.RequestState.OBJECTED;
import static vn.phoihop.incident.request.RequestState.RETURNED;
import static vn.phoihop.incident.request.RequestState.SUPERSEDED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.request.RequestState.Move;
import vn.phoihop.platform.test.StateMachineContract;

class RequestStateTest {

  @Test
  void only_the_moves_of_the_table_are_possible() {
    StateMachineContract.assertEveryPair(
        RequestState.class,
        Move.class,
        Map.ofEntries(
            entry("DRAFT issue", ISSUED),
            entry("ISSUED acknowledge", ACKNOWLEDGED),
            entry("ISSUED documents", ISSUED),
            entry("ISSUED clarify", NEEDS_CLARIFICATION),
            entry("ISSUED extend", ISSUED),
            entry("ISSUED grant-extension", ISSUED),
            entry("ISSUED deny-extension", ISSUED),
            entry("ISSUED allow-extension", ISSUED),
            entry("ISSUED object", OBJECTED),
            entry("ISSUED support", ISSUED),
            entry("ISSUED cancel", CANCELLED),
            entry("ISSUED supersede", SUPERSEDED),
            entry("ACKNOWLEDGED answers", ANSWERED),
            entry("ACKNOWLEDGED documents", ACKNOWLEDGED),
            entry("ACKNOWLEDGED clarify", NEEDS_CLARIFICATION),
            entry("ACKNOWLEDGED extend", ACKNOWLEDGED),
            entry("ACKNOWLEDGED grant-extension", ACKNOWLEDGED),
            entry("ACKNOWLEDGED deny-extension", ACKNOWLEDGED),
            entry("ACKNOWLEDGED allow-extension", ACKNOWLEDGED),
            entry("ACKNOWLEDGED object", OBJECTED),
            entry("ACKNOWLEDGED support", ACKNOWLEDGED),
            entry("ACKNOWLEDGED cancel", CANCELLED),
            entry("ACKNOWLEDGED supersede", SUPERSEDED),
            entry("ANSWERED accept", ACCEPTED),
            entry("ANSWERED return", RETURNED),
            entry("ANSWERED support", ANSWERED),
            entry("RETURNED answers", ANSWERED),
            entry("RETURNED documents", RETURNED),
            entry("RETURNED clarify", NEEDS_CLARIFICATION),
            entry("RETURNED extend", RETURNED),
            entry("RETURNED grant-extension", RETURNED),
            entry("RETURNED deny-extension", RETURNED),
            entry("RETURNED allow-extension", RETURNED),
            entry("RETURNED object", OBJECTED),
            entry("RETURNED support", RETURNED),
            entry("RETURNED cancel", CANCELLED),
            entry("RETURNED supersede", SUPERSEDED),
            entry("NEEDS_CLARIFICATION clarified ISSUED", ISSUED),
            entry("NEEDS_CLARIFICATION clarified ACKNOWLEDGED", ACKNOWLEDGED),
            entry("NEEDS_CLARIFICATION clarified RETURNED", RETURNED),
            entry("NEEDS_CLARIFICATION support", NEEDS_CLARIFICATION),
            entry("OBJECTED uphold", CANCELLED),
            entry("OBJECTED overrule ISSUED", ISSUED),
            entry("OBJECTED overrule ACKNOWLEDGED", ACKNOWLEDGED),
            entry("OBJECTED overrule RETURNED", RETURNED),
            entry("OBJECTED support", OBJECTED),
            entry("ACCEPTED close", CLOSED),
            entry("ACCEPTED support", ACCEPTED)));
  }

  @Test
  void more_time_is_asked_for_once_unless_the_asker_allows_it() {
    StateMachineContract.assertEveryPair(
        ExtensionState.class,
        ExtensionState.Move.class,
        Map.of(
            "NONE extend", ExtensionState.ASKED,
            "ALLOWED extend", ExtensionState.ASKED,
            "ASKED grant-extension", ExtensionState.GRANTED,
            "ASKED deny-extension", ExtensionState.DENIED,
            "GRANTED allow-extension", ExtensionState.ALLOWED,
            "DENIED allow-extension", ExtensionState.ALLOWED));
  }

  @Test
  void the_clock_runs_while_it_is_the_enterprises_turn() {
    assertEquals(
        Set.of(ISSUED, ACKNOWLEDGED, RETURNED),
        Arrays.stream(RequestState.values())
            .filter(RequestState::isRunning)
            .collect(Collectors.toSet()));
    assertEquals(false, DRAFT.isRunning());
  }

  @Test
  void the_doors_let_in_whom_the_table_names() {
    Map<String, Set<String>> doors =
        Stream.of(
                RequestResource.class,
                RequestAskerResource.class,
                RequestReceiverResource.class,
                RequestExtensionResource.class,
                RequestObjectionResource.class)
            .flatMap(door -> Arrays.stream(door.getMethods()))
            .filter(method -> method.isAnnotationPresent(POST.class))
            .filter(method -> method.isAnnotationPresent(Path.class))
            .collect(
                Collectors.toMap(
                    method -> method.getAnnotation(Path.class).value().replace("{id}/", ""),
                    method -> Set.of(method.getAnnotation(RolesAllowed.class).value())));

    assertEquals(
        Arrays.stream(Move.values())
            .filter(move -> move != Move.ADD_DOCUMENT)
            .collect(Collectors.toMap(Move::verb, Move::sides, (one, same) -> one)),
        doors);
    assertEquals(
        new TreeSet<>(Set.of("extend", "grant-extension", "deny-extension", "allow-extension")),
        Arrays.stream(ExtensionState.Move.values())
            .filter(move -> move.sides().equals(doors.get(move.verb())))
            .map(ExtensionState.Move::verb)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void the_pictures_in_the_docs_are_the_tables() throws IOException {
    StateMachineContract.assertDrawn("information-request", RequestState.class, Move.class);
    StateMachineContract.assertDrawn(
        "request-extension", ExtensionState.class, ExtensionState.Move.class);
  }
}
