package vn.phoihop.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void each_is_a_duration_that_occurred_by_nearest_rank() {
    Percentiles hundred =
        Percentiles.of(LongStream.rangeClosed(1, 100).map(n -> 101 - n).toArray());

    assertEquals(50, hundred.nanos(0.5));
    assertEquals(99, hundred.nanos(0.99));
    assertEquals(100, hundred.nanos(1));
    assertEquals(100, hundred.count());
  }

  @Test
  void of_few_the_99th_is_the_longest() {
    assertEquals(3_000_000, Percentiles.of(3_000_000, 1_000_000, 2_000_000).nanos(0.99));
    assertEquals(3.0, Percentiles.of(3_000_000, 1_000_000, 2_000_000).p99Millis());
    assertEquals(2.0, Percentiles.of(3_000_000, 1_000_000, 2_000_000).p50Millis());
  }

  @Test
  void one_is_every_percentile_and_none_is_none() {
    assertEquals(7, Percentiles.of(7).nanos(0.5));
    assertEquals(7, Percentiles.of(7).nanos(0.99));
    assertThrows(IllegalArgumentException.class, Percentiles::of);
  }
}
