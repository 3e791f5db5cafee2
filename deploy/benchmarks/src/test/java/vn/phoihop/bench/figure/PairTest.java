package vn.phoihop.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairTest {

  private static final Pair WEAK = new Pair(600, 1000);
  private static final Pair FAIR = new Pair(1400, 2000);
  private static final Pair STRONG = new Pair(900, 1000);

  @Test
  void the_round_in_the_middle_is_taken_whole() {
    assertEquals(FAIR, Pair.middle(List.of(STRONG, WEAK, FAIR), Reach.atLeast(0.7)));
    assertEquals(FAIR, Pair.middle(List.of(WEAK, FAIR, STRONG), Reach.atMost(0.7)));
    assertEquals(0.7, FAIR.ratio(), 1e-9);
  }

  @Test
  void of_an_even_number_the_worse_of_the_two_in_the_middle_counts() {
    assertEquals(WEAK, Pair.middle(List.of(STRONG, WEAK), Reach.atLeast(0.7)));
    assertEquals(STRONG, Pair.middle(List.of(STRONG, WEAK), Reach.atMost(2)));
  }

  @Test
  void at_least_and_at_most_include_their_limit() {
    assertTrue(Reach.atLeast(0.7).isReachedBy(0.7));
    assertFalse(Reach.atLeast(0.7).isReachedBy(0.699));
    assertTrue(Reach.atMost(4).isReachedBy(4));
    assertFalse(Reach.atMost(4).isReachedBy(4.01));
    assertFalse(Reach.atLeast(0.7).isReachedBy(Double.NaN));
    assertFalse(Reach.atMost(4).isReachedBy(Double.NaN));
  }

  @Test
  void a_figure_with_an_opponent_is_judged_by_its_ratio_and_one_without_by_itself() {
    assertTrue(Figure.of("intake", FAIR, "incidents/s", Reach.atLeast(0.7)).ok());
    assertFalse(Figure.of("intake", WEAK, "incidents/s", Reach.atLeast(0.7)).ok());

    Figure start = new Figure("start", 61, null, "s", Reach.atMost(60));
    assertNull(start.ratio());
    assertFalse(start.ok());
  }

  @Test
  void a_row_is_reached_when_all_of_its_figures_are() {
    Figure good = Figure.of("p50", new Pair(3, 2), "ms", Reach.atMost(2));
    Figure bad = Figure.of("p99", new Pair(50, 10), "ms", Reach.atMost(4));

    assertTrue(new Outcome("push", List.of(good), null).ok());
    assertFalse(new Outcome("push", List.of(good, bad), null).ok());
  }
}
