package vn.phoihop.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void three_digits_or_all_before_the_point() {
    assertEquals(0.762, Numbers.round(0.76249));
    assertEquals(12.3, Numbers.round(12.345));
    assertEquals(1235, Numbers.round(1234.6));
    assertEquals("0.7", Numbers.plain(0.7));
    assertEquals("60", Numbers.plain(60));
    assertEquals("1300", Numbers.plain(1300));
  }
}
