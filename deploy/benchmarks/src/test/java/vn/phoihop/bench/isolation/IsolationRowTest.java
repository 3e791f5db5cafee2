package vn.phoihop.bench.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Percentiles;

class IsolationRowTest {

  @Test
  void the_round_in_the_middle_counts_by_its_p99() {
    Outcome outcome = IsolationRow.outcome(of(210, 109, 90), of(100, 100, 100));

    assertEquals(1.09, outcome.figures().get(0).ratio(), 1e-9);
    assertTrue(outcome.ok());
  }

  @Test
  void a_rise_of_more_than_a_tenth_is_not_reached() {
    assertFalse(IsolationRow.outcome(of(112, 111, 90), of(100, 100, 100)).ok());
  }

  private static List<Percentiles> of(long... millis) {
    return Arrays.stream(millis).mapToObj(each -> Percentiles.of(each * 1_000_000)).toList();
  }
}
