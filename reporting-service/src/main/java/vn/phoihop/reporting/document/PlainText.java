package vn.phoihop.reporting.document;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts and numbers as an official document has them. */
final class PlainText {

  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private PlainText() {}

  /**
   * Text that others wrote, on one line: NFC, without control characters, halves of surrogate
   * pairs, non-characters, and marks that turn the direction of what follows.
   */
  static String line(String text) {
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(SPACES.matcher(text).replaceAll(" "), Normalizer.Form.NFC)
        .codePoints()
        .filter(PlainText::isKept)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  /** Its lines, each without what a line may not have; empty ones are left out. */
  static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\R", -1))
        .map(PlainText::line)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static boolean isKept(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE
        && type != Character.FORMAT;
  }

  /** 1.234.567 */
  static String number(long value) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    return new DecimalFormat("#,##0", symbols).format(value);
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** 05/02/2026 */
  static String day(LocalDate day) {
    return String.format(
        Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  /**
   * ngày 05 tháng 02 năm 2026: days under 10 and the months 1 and 2 with a zero (Decree 30/2020).
   */
  static String dayInWords(LocalDate day) {
    return String.format(
        Locale.ROOT,
        day.getMonthValue() < 3 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d",
        day.getDayOfMonth(),
        day.getMonthValue(),
        day.getYear());
  }
}
