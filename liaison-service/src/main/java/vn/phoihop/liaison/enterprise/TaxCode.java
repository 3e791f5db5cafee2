package vn.phoihop.liaison.enterprise;

import java.util.regex.Pattern;

/**
 * A tax code (mã số thuế): ten digits, the tenth a check digit, and a branch's three after a dash.
 */
final class TaxCode {

  private static final Pattern FORM = Pattern.compile("[0-9]{10}(-[0-9]{3})?");
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  private TaxCode() {}

  static boolean isValid(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += digit(text, i) * WEIGHTS[i];
    }
    return digit(text, 9) == 10 - sum % 11;
  }

  private static int digit(String text, int i) {
    return text.charAt(i) - '0';
  }
}
