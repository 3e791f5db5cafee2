package vn.phoihop.reporting.report;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.reporting.report.ReportState.ACCEPTED;
import static vn.phoihop.reporting.report.ReportState.DRAFT;
import static vn.phoihop.reporting.report.ReportState.RETURNED;
import static vn.phoihop.reporting.report.ReportState.SUBMITTED;

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
import vn.phoihop.platform.test.StateMachineContract;
import vn.phoihop.reporting.report.ReportState.Move;

class ReportStateTest {

  @Test
  void only_the_moves_of_the_table_are_possible() {
    StateMachineContract.assertEveryPair(
        ReportState.class,
        Move.class,
        Map.ofEntries(
            entry("DRAFT edit", DRAFT),
            entry("DRAFT submit", SUBMITTED),
            entry("SUBMITTED return", RETURNED),
            entry("SUBMITTED accept", ACCEPTED),
            entry("RETURNED edit", RETURNED),
            entry("RETURNED submit", SUBMITTED),
            entry("ACCEPTED allow-correction", ACCEPTED),
            entry("ACCEPTED correct", DRAFT)));
  }

  @Test
  void the_doors_let_in_whom_the_table_names() {
    Map<String, Set<String>> doors =
        Stream.of(ReportResource.class, ReviewResource.class)
            .flatMap(door -> Arrays.stream(door.getMethods()))
            .filter(method -> method.isAnnotationPresent(POST.class))
            .collect(
                Collectors.toMap(
                    method -> method.getAnnotation(Path.class).value().replace("{id}/", ""),
                    method -> Set.of(method.getAnnotation(RolesAllowed.class).value())));

    assertEquals(
        Arrays.stream(Move.values())
            .filter(move -> !move.verb().equals("edit"))
            .collect(Collectors.toMap(Move::verb, Move::sides, (one, same) -> one)),
        doors);
  }

  @Test
  void the_picture_in_the_docs_is_the_table() throws IOException {
    StateMachineContract.assertDrawn("report", ReportState.class, Move.class);
  }
}
