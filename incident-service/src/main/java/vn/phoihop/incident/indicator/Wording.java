package vn.phoihop.incident.indicator;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Words, and codes of letters and digits that people write with spaces, dots and dashes of their
 * own.
 */
final class Wording {

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}./]+");

  private Wording() {}

  /**
   * Free wording: NFC, lower case, single spaces; compared, never shown in place of what was
   * written.
   */
  static Optional<Normalised> plain(String raw) {
    String value =
        SPACES
            .matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
            .replaceAll(" ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return value.isEmpty() ? Optional.empty() : Normalised.of(value);
  }

  static Function<String, Optional<Normalised>> code(String shape) {
    Pattern pattern = Pattern.compile(shape);
    return raw ->
        Optional.of(compact(raw)).filter(pattern.asMatchPredicate()).flatMap(Normalised::of);
  }

  /** Upper case without separators; full-width digits become plain ones. */
  static String compact(String raw) {
    return SEPARATORS
        .matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC))
        .replaceAll("")
        .toUpperCase(Locale.ROOT);
  }
}
