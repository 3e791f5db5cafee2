package vn.phoihop.reporting.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/**
 * A calendar half in Hanoi, {@code 2026-H1}: 1 January to 30 June, or {@code 2026-H2}: 1 July to 31
 * December. Its text sorts as it does.
 */
public record Period(int year, int half) implements Comparable<Period> {

  private static final Pattern FORM = Pattern.compile("(20[0-9]{2})-H([12])");

  /**
   * A period that has begun.
   *
   * @throws ProblemException 400 where the text names none
   */
  public static Period begun(String pointer, String text, LocalDate today) {
    if (FORM.matcher(text).matches()) {
      Period period = parse(text);
      if (!period.firstDay().isAfter(today)) {
        return period;
      }
    }
    throw ProblemException.invalid(pointer, "UNKNOWN_PERIOD");
  }

  /** Of its own text. */
  public static Period parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a period: " + text);
    }
    return new Period(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  public static Period of(Instant instant) {
    return of(LocalDate.ofInstant(instant, BusinessClock.ZONE));
  }

  public static Period of(LocalDate day) {
    return new Period(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, half == 1 ? Month.JANUARY : Month.JULY, 1);
  }

  public LocalDate lastDay() {
    return next().firstDay().minusDays(1);
  }

  public Instant start() {
    return firstDay().atStartOfDay(BusinessClock.ZONE).toInstant();
  }

  /** The first instant after it. */
  public Instant end() {
    return next().start();
  }

  public Period next() {
    return half == 1 ? new Period(year, 2) : new Period(year + 1, 1);
  }

  public Period previous() {
    return half == 2 ? new Period(year, 1) : new Period(year - 1, 2);
  }

  @Override
  public int compareTo(Period other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04d-H%d", year, half);
  }
}
