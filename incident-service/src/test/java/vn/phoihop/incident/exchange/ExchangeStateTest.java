package vn.phoihop.incident.exchange;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.exchange.ExchangeState.CORRECTED;
import static vn.phoihop.incident.exchange.ExchangeState.DRAFT;
import static vn.phoihop.incident.exchange.ExchangeState.EXPIRED;
import static vn.phoihop.incident.exchange.ExchangeState.PUBLISHED;
import static vn.phoihop.incident.exchange.ExchangeState.RECALLED;
import static vn.phoihop.incident.exchange.ReceiptState.ACKNOWLEDGED;
import static vn.phoihop.incident.exchange.ReceiptState.READ;
import static vn.phoihop.incident.exchange.ReceiptState.RECALL_CONFIRMED;

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
import vn.phoihop.platform.state.Transition;
import vn.phoihop.platform.test.StateMachineContract;

/** Both machines: the owner's, and each recipient's. */
class ExchangeStateTest {

  @Test
  void only_the_owners_moves_of_the_table_are_possible() {
    StateMachineContract.assertEveryPair(
        ExchangeState.class,
        ExchangeState.Move.class,
        Map.ofEntries(
            entry("DRAFT edit", DRAFT),
            entry("DRAFT publish", PUBLISHED),
            entry("PUBLISHED correct", CORRECTED),
            entry("PUBLISHED recall", RECALLED),
            entry("PUBLISHED expire", EXPIRED),
            entry("CORRECTED correct", CORRECTED),
            entry("CORRECTED recall", RECALLED),
            entry("CORRECTED expire", EXPIRED),
            entry("EXPIRED recall", RECALLED)));
  }

  @Test
  void only_the_recipients_moves_of_the_table_are_possible() {
    StateMachineContract.assertEveryPair(
        ReceiptState.class,
        ReceiptState.Move.class,
        Map.ofEntries(
            entry("DELIVERED read", READ),
            entry("DELIVERED acknowledge", ACKNOWLEDGED),
            entry("DELIVERED confirm-recall", RECALL_CONFIRMED),
            entry("READ acknowledge", ACKNOWLEDGED),
            entry("READ confirm-recall", RECALL_CONFIRMED),
            entry("ACKNOWLEDGED acknowledge", ACKNOWLEDGED),
            entry("ACKNOWLEDGED confirm-recall", RECALL_CONFIRMED)));
  }

  @Test
  void content_is_open_while_published_or_corrected_only() {
    assertEquals(
        Set.of(PUBLISHED, CORRECTED),
        Arrays.stream(ExchangeState.values())
            .filter(ExchangeState::isOpen)
            .collect(Collectors.toSet()));
  }

  @Test
  void each_move_that_somebody_makes_by_a_post_has_its_door() {
    Set<String> doors =
        Arrays.stream(ExchangeMoveResource.class.getMethods())
            .filter(method -> method.isAnnotationPresent(POST.class))
            .map(method -> method.getAnnotation(Path.class).value().replace("{id}/", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        Stream.<Transition<?>[]>of(ExchangeState.Move.values(), ReceiptState.Move.values())
            .flatMap(Arrays::stream)
            .filter(move -> !move.sides().contains("system"))
            .map(Transition::verb)
            .filter(verb -> !Set.of("edit", "read").contains(verb))
            .collect(Collectors.toCollection(TreeSet::new)),
        doors);
  }

  @Test
  void the_pictures_in_the_docs_are_the_tables() throws IOException {
    StateMachineContract.assertDrawn("exchange", ExchangeState.class, ExchangeState.Move.class);
    StateMachineContract.assertDrawn(
        "exchange-receipt", ReceiptState.class, ReceiptState.Move.class);
  }
}
