package vn.phoihop.incident.indicator;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers in E.164, as dialled in Viet Nam or with a country code. */
final class PhoneNumbers {

  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  // libphonenumber would take letters for the keys they stand on.
  private static final String DIALLED = "\\+?[0-9 ().\\-]{3,30}";
  private static final Pattern NUMBER = Pattern.compile(DIALLED);
  private static final Pattern RANGE =
      Pattern.compile("(\\+?[0-9 ().]{3,30}?) *(?:-|\u2013|\\.\\.) *(\\+?[0-9 ().]{3,30})");

  private PhoneNumbers() {}

  static Optional<Normalised> normalise(String raw) {
    String dialled = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
    if (!NUMBER.matcher(dialled).matches()) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = UTIL.parse(dialled, "VN");
      return UTIL.isPossibleNumber(number)
          ? Normalised.of(
              UTIL.format(number, PhoneNumberFormat.E164),
              UTIL.isValidNumber(number),
              Flag.UNASSIGNED)
          : Optional.empty();
    } catch (NumberParseException malformed) {
      return Optional.empty();
    }
  }

  /** Two numbers of equal length, the lower first: {@code +84912345000..+84912345999}. */
  static Optional<Normalised> range(String raw) {
    Matcher ends = RANGE.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC).strip());
    if (!ends.matches()) {
      return Optional.empty();
    }
    Optional<Normalised> first = normalise(ends.group(1));
    Optional<Normalised> last = normalise(ends.group(2));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    String low = first.get().value();
    String high = last.get().value();
    boolean ordered = low.length() == high.length() && low.compareTo(high) <= 0;
    return ordered ? Normalised.of(low + ".." + high) : Optional.empty();
  }
}
