package vn.phoihop.bench.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with as many digits as a measurement is worth. */
public final class Numbers {

  private Numbers() {}

  /** Three significant digits, or all before the point. */
  public static double round(double value) {
    if (!Double.isFinite(value) || Math.abs(value) >= 1000) {
      return Math.rint(value);
    }
    return BigDecimal.valueOf(value)
        .round(new MathContext(3, RoundingMode.HALF_EVEN))
        .doubleValue();
  }

  public static String plain(double value) {
    return BigDecimal.valueOf(round(value)).stripTrailingZeros().toPlainString();
  }
}
