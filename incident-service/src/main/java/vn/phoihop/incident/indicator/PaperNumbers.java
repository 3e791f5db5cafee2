package vn.phoihop.incident.indicator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of consignments and of taxpayers. */
final class PaperNumbers {

  private static final Pattern S10 = Pattern.compile("[A-Z]{2}([0-9]{9})[A-Z]{2}");
  private static final Pattern CARRIER = Pattern.compile("(?=.*[0-9])[A-Z0-9]{6,35}");
  private static final Pattern TAX = Pattern.compile("([0-9]{10})([0-9]{3})?");
  private static final Pattern PERSONAL_TAX = Pattern.compile("[0-9]{12}");

  private PaperNumbers() {}

  /** UPU S10 (RA123456785VN), or a carrier's own number. */
  static Optional<Normalised> consignment(String raw) {
    String number = Wording.compact(raw);
    Matcher s10 = S10.matcher(number);
    if (s10.matches()) {
      return Normalised.of(number, CheckDigits.s10Fits(s10.group(1)), Flag.CHECK_DIGIT);
    }
    return CARRIER.matcher(number).matches() ? Normalised.of(number) : Optional.empty();
  }

  /** Ten digits, with -nnn for a branch; or a person's twelve, which have no check digit. */
  static Optional<Normalised> taxCode(String raw) {
    String digits = Wording.compact(raw);
    Matcher tax = TAX.matcher(digits);
    if (tax.matches()) {
      String branch = tax.group(2) == null ? "" : "-" + tax.group(2);
      return Normalised.of(
          tax.group(1) + branch, CheckDigits.taxFits(tax.group(1)), Flag.CHECK_DIGIT);
    }
    return PERSONAL_TAX.matcher(digits).matches() ? Normalised.of(digits) : Optional.empty();
  }
}
