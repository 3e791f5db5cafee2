package vn.phoihop.liaison.enterprise;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTest {

  /** Published tax codes of large enterprises: what the formula must accept. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100109106",
        "0100684378",
        "0101248141",
        "0100112437",
        "0300588569",
        "0100109106-042"
      })
  void codes_in_use_are_valid(String code) {
    assertTrue(TaxCode.isValid(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100109107",
        "0100190106",
        "010010910",
        "01001091066",
        "0100109106-42",
        "0100109106042",
        "01001O9106",
        "",
        "٠١٠٠١٠٩١٠٦"
      })
  void a_wrong_digit_a_swap_and_a_wrong_form_are_not(String code) {
    assertFalse(TaxCode.isValid(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"990000007", "990000019"})
  void where_the_check_would_be_ten_no_digit_is_valid(String nine) {
    for (int digit = 0; digit <= 9; digit++) {
      assertFalse(TaxCode.isValid(nine + digit), nine + digit);
    }
  }
}
