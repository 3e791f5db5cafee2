package vn.phoihop.incident.indicator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identities of subscribers, devices, cards and cells of a mobile network. */
final class MobileIds {

  private static final Pattern IMSI = Pattern.compile("[0-9]{14,15}");
  private static final Pattern IMEI = Pattern.compile("[0-9]{14,15}");
  private static final Pattern ICCID = Pattern.compile("([0-9]{18,20})F?");
  private static final Pattern CELL =
      Pattern.compile("([0-9]{3})[-.:/ ]([0-9]{2,3})[-.:/ ](?:([0-9]{1,5})[-.:/ ])?([0-9]{1,11})");
  private static final int MAX_AREA = 0xffff;
  private static final long MAX_CELL = 0xfffffffffL;

  private MobileIds() {}

  static Optional<Normalised> imsi(String raw) {
    return Optional.of(Wording.compact(raw))
        .filter(IMSI.asMatchPredicate())
        .flatMap(Normalised::of);
  }

  /**
   * Fourteen digits get their check digit, so that they equal the same device written in fifteen.
   */
  static Optional<Normalised> imei(String raw) {
    String digits = Wording.compact(raw);
    if (!IMEI.matcher(digits).matches()) {
      return Optional.empty();
    }
    String whole = digits.length() == 14 ? digits + CheckDigits.luhn(digits) : digits;
    return Normalised.of(whole, CheckDigits.luhnFits(whole), Flag.CHECK_DIGIT);
  }

  static Optional<Normalised> iccid(String raw) {
    Matcher card = ICCID.matcher(Wording.compact(raw));
    return card.matches()
        ? Normalised.of(card.group(1), CheckDigits.luhnFits(card.group(1)), Flag.CHECK_DIGIT)
        : Optional.empty();
  }

  /**
   * MCC-MNC-LAC-CI (2G to 4G by area) or MCC-MNC-cell identity (4G, 5G), decimal: {@code
   * 452-04-1234-56789}.
   */
  static Optional<Normalised> cell(String raw) {
    Matcher cell = CELL.matcher(raw.strip());
    if (!cell.matches()) {
      return Optional.empty();
    }
    String area = cell.group(3);
    long id = Long.parseLong(cell.group(4));
    if (id > MAX_CELL || (area != null && Integer.parseInt(area) > MAX_AREA)) {
      return Optional.empty();
    }
    String middle = area == null ? "-" : "-" + Integer.parseInt(area) + "-";
    return Normalised.of(cell.group(1) + "-" + cell.group(2) + middle + id);
  }
}
