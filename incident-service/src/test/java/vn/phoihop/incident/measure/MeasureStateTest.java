package vn.phoihop.incident.measure;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.measure.MeasureState.ACTIVE;
import static vn.phoihop.incident.measure.MeasureState.ENDED;
import static vn.phoihop.incident.measure.MeasureState.REVERSED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.measure.MeasureState.Move;
import vn.phoihop.platform.test.StateMachineContract;

class MeasureStateTest {

  @Test
  void only_the_moves_of_the_table_are_possible() {
    StateMachineContract.assertEveryPair(
        MeasureState.class,
        Move.class,
        Map.ofEntries(
            entry("PLANNED start", ACTIVE),
            entry("PLANNED reverse", REVERSED),
            entry("ACTIVE review", ACTIVE),
            entry("ACTIVE ratify", ACTIVE),
            entry("ACTIVE end", ENDED),
            entry("ACTIVE reverse", REVERSED),
            entry("ENDED ratify", ENDED),
            entry("ENDED reverse", REVERSED)));
  }

  @Test
  void the_doors_let_in_whom_the_table_names() {
    Map<String, Set<String>> doors =
        Arrays.stream(MeasureMoveResource.class.getMethods())
            .filter(method -> method.isAnnotationPresent(POST.class))
            .collect(
                Collectors.toMap(
                    method -> method.getAnnotation(Path.class).value().replace("{id}/", ""),
                    method -> Set.of(method.getAnnotation(RolesAllowed.class).value())));

    assertEquals(
        Arrays.stream(Move.values())
            .collect(
                Collectors.toMap(
                    Move::verb,
                    move ->
                        move.sides().stream()
                            .filter(side -> !side.equals("system"))
                            .collect(Collectors.toSet()),
                    (one, same) -> one)),
        doors);
  }

  @Test
  void the_picture_in_the_docs_is_the_table() throws IOException {
    StateMachineContract.assertDrawn("measure", MeasureState.class, Move.class);
  }
}
