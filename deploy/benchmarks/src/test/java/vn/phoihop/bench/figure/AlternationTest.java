package vn.phoihop.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlternationTest {

  @Test
  void each_round_begins_with_another_and_leaves_nobody_out() {
    List<String> sides = List.of("a", "b", "c");

    assertEquals(List.of("a", "b", "c"), Alternation.order(sides, 0));
    assertEquals(List.of("b", "c", "a"), Alternation.order(sides, 1));
    assertEquals(List.of("c", "a", "b"), Alternation.order(sides, 2));
    assertEquals(List.of("a", "b", "c"), Alternation.order(sides, 3));
  }
}
