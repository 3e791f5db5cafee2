package vn.phoihop.bench.figure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SettlingTest {

  @Test
  void equal_windows_do_not_end_it_before_its_time() {
    Settling settling = new Settling(90);

    for (int i = 0; i < 8; i++) {
      assertFalse(settling.isOver(10, 1000));
    }
    assertTrue(settling.isOver(10, 1000));
  }

  @Test
  void after_its_time_it_waits_for_two_windows_that_differ_by_less_than_5_percent() {
    Settling settling = new Settling(20);

    assertFalse(settling.isOver(10, 500));
    assertFalse(settling.isOver(10, 800));
    assertFalse(settling.isOver(10, 1000));
    assertFalse(settling.isOver(10, 950), "5 % exactly");
    assertTrue(settling.isOver(10, 990));
  }

  @Test
  void one_window_never_suffices() {
    assertFalse(new Settling(1).isOver(10, 1000));
  }
}
