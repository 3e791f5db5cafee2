package vn.phoihop.deploy.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TaxCodesTest {
  @Test
  void theCheckDigitIsThatOfARealCompany() {
    // Vietnam Posts and Telecommunications Group: 0100684378
    assertEquals(8, TaxCodes.check(new int[] {0, 1, 0, 0, 6, 8, 4, 3, 7}));
  }

  @RepeatedTest(20)
  void randomOnesHaveTenDigits() {
    assertTrue(TaxCodes.random().matches("[0-9]{10}"));
  }
}
