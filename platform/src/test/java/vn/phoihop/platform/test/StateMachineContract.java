package vn.phoihop.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.phoihop.platform.state.ForbiddenTransition;
import vn.phoihop.platform.state.Transition;

/**
 * A state machine against a table that a test writes out, over every pair; and its picture in
 * docs/states.
 */
public final class StateMachineContract {

  private StateMachineContract() {}

  /**
   * Tries every (state, move).
   *
   * @param table "STATE verb" to the state after it, "STATE verb AFTER" where a verb has several;
   *     every pair that is not there must be refused, with what is allowed
   */
  public static <S extends Enum<S>, M extends Enum<M> & Transition<S>> void assertEveryPair(
      Class<S> states, Class<M> moves, Map<String, S> table) {
    int tried = 0;
    for (S state : states.getEnumConstants()) {
      TreeSet<String> allowed = new TreeSet<>();
      for (M move : moves.getEnumConstants()) {
        if (expected(table, state, move) != null && move.from().contains(state)) {
          allowed.add(move.verb());
        }
      }
      for (M move : moves.getEnumConstants()) {
        S expected = expected(table, state, move);
        boolean startsHere = move.from().contains(state);
        // Two moves may share a verb (back to where it came from): the pair is judged by the one
        // that starts here.
        if (startsHere) {
          assertEquals(expected, move.apply(state), state + " " + move.verb());
          tried++;
        } else if (!allowed.contains(move.verb())) {
          assertEquals(null, expected, state + " " + move.verb() + " is in the table only");
          ForbiddenTransition refused =
              assertThrows(ForbiddenTransition.class, () -> move.apply(state));
          assertEquals(List.copyOf(allowed), refused.allowed());
        }
      }
    }
    assertEquals(table.size(), tried, "moves of the enum and lines of the table");
  }

  private static <S extends Enum<S>> S expected(Map<String, S> table, S state, Transition<S> move) {
    String pair = state + " " + move.verb();
    return table.getOrDefault(pair + " " + move.to(), table.get(pair));
  }

  /** Holds docs/states/&lt;name&gt;.md against the enum; with -Popenapi writes it. */
  public static <S extends Enum<S>, M extends Enum<M> & Transition<S>> void assertDrawn(
      String name, Class<S> states, Class<M> moves) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "# "
                + name
                + "\n\nPrinted from the code by a test; -Popenapi writes it anew.\n\n```mermaid\nstateDiagram-v2\n");
    for (S state : states.getEnumConstants()) {
      text.append("  ").append(state).append('\n');
    }
    for (M move : moves.getEnumConstants()) {
      move.from().stream()
          .sorted()
          .forEach(
              from ->
                  text.append("  %s --> %s: %s%n".formatted(from, move.apply(from), move.verb())));
    }
    text.append("```\n\n| verb | from | to | who |\n|---|---|---|---|\n");
    for (M move : moves.getEnumConstants()) {
      text.append(
          "| %s | %s | %s | %s |%n"
              .formatted(
                  move.verb(),
                  String.join(", ", move.from().stream().sorted().map(Enum::name).toList()),
                  // A move that changes no state ends where it started, wherever that was.
                  String.join(
                      ", ",
                      move.from().stream()
                          .map(move::apply)
                          .distinct()
                          .sorted()
                          .map(Enum::name)
                          .toList()),
                  String.join(", ", new TreeSet<>(move.sides()))));
    }
    Path file = Docs.path("states", name + ".md");
    if (Boolean.getBoolean("phoihop.openapi.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.toString());
    }
    assertTrue(Files.exists(file), file + " is missing: run with -Popenapi");
    assertEquals(Files.readString(file), text.toString(), file + " is stale: run with -Popenapi");
  }
}
