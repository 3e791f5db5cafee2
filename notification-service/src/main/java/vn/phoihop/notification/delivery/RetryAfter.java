package vn.phoihop.notification.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Retry-After header (RFC 9110, 10.2.3): seconds, or a date in one of three forms (5.6.7). */
final class RetryAfter {

  /** More is as good as that: the schedule goes nowhere near. */
  private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          // RFC 850; its years are those of this century.
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.US)
              .withZone(ZoneOffset.UTC),
          // asctime() of C
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US)
              .withZone(ZoneOffset.UTC));

  private RetryAfter() {}

  /** The wait that the header asks for; null for nonsense and for times that have passed. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (text.matches("[0-9]+")) {
      String digits = text.replaceFirst("^0+(?=[0-9])", "");
      return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }
    Instant at = date(text);
    return at == null || !at.isAfter(now) ? null : Duration.between(now, at);
  }

  private static @Nullable Instant date(String text) {
    for (DateTimeFormatter form : DATES) {
      try {
        return form.parse(text, Instant::from);
      } catch (DateTimeException e) {
        // It may be of another form.
      }
    }
    return null;
  }
}
