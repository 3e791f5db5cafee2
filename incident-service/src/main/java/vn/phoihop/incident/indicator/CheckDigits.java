package vn.phoihop.incident.indicator;

/**
 * The check digits of ISO/IEC 7812 (Luhn), UPU S10 and the Vietnamese tax code. All take plain
 * digits.
 */
final class CheckDigits {

  private static final int[] S10 = {8, 6, 4, 2, 3, 5, 9, 7};
  private static final int[] TAX = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  private CheckDigits() {}

  /** The digit that Luhn's rule puts behind these. */
  static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i);
      int doubled = digit * 2;
      sum += i % 2 == 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return (10 - sum % 10) % 10;
  }

  /** Whether the last digit is Luhn's of those before it. */
  static boolean luhnFits(String digits) {
    int last = digits.length() - 1;
    return luhn(digits.substring(0, last)) == digit(digits, last);
  }

  /** Whether the ninth digit is S10's of the first eight. */
  static boolean s10Fits(String digits) {
    int check = 11 - weighted(digits, S10) % 11;
    return digit(digits, 8) == (check == 10 ? 0 : check == 11 ? 5 : check);
  }

  /** Whether the tenth digit is the tax code's of the first nine. */
  static boolean taxFits(String digits) {
    return digit(digits, 9) == 10 - weighted(digits, TAX) % 11;
  }

  private static int weighted(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(digits, i) * weights[i];
    }
    return sum;
  }

  private static int digit(String digits, int at) {
    return digits.charAt(at) - '0';
  }
}
