package vn.phoihop.deploy.demo;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tax codes of enterprises that do not exist, with a right check digit. */
final class TaxCodes {
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
  private static final SecureRandom RANDOM = new SecureRandom();

  private TaxCodes() {}

  static String random() {
    while (true) {
      int[] digits = RANDOM.ints(WEIGHTS.length, 0, 10).toArray();
      int check = check(digits);
      if (check <= 9) {
        return IntStream.concat(IntStream.of(digits), IntStream.of(check))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining());
      }
    }
  }

  /** The tenth digit; 10 where no tax code begins with these nine. */
  static int check(int[] digits) {
    int sum = IntStream.range(0, WEIGHTS.length).map(i -> digits[i] * WEIGHTS[i]).sum();
    return 10 - sum % 11;
  }
}
