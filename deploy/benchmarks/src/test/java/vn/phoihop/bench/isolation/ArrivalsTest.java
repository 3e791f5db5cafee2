package vn.phoihop.bench.isolation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private final Arrivals arrivals = new Arrivals(2);

  @Test
  void a_report_is_everywhere_when_each_endpoint_has_it() {
    arrivals.note(-7, 1, Buffer.buffer("{\"data\":{\"id\":\"a\",\"state\":\"RECEIVED\"}}"));
    assertFalse(arrivals.isEverywhere("a"));
    assertThrows(IllegalStateException.class, () -> arrivals.since(0, "a"));

    arrivals.arrived("a", 0, -5);
    assertTrue(arrivals.isEverywhere("a"));
    assertFalse(arrivals.isEverywhere("b"));
  }

  @Test
  void the_first_arrival_counts_and_one_before_the_answer_took_no_time() {
    arrivals.arrived("a", 0, 120);
    arrivals.arrived("a", 0, 900);
    arrivals.arrived("a", 1, 90);

    assertArrayEquals(new long[] {20, 0}, arrivals.since(100, "a").toArray());
  }
}
