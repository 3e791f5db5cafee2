package vn.phoihop.reporting.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.problem.ProblemException;

class PeriodTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @ParameterizedTest
  @CsvSource({
    "2026-06-30T16:59:59.999999Z, 2026-H1",
    "2026-06-30T17:00:00Z, 2026-H2",
    "2026-12-31T16:59:59Z, 2026-H2",
    "2026-12-31T17:00:00Z, 2027-H1"
  })
  void halves_begin_at_midnight_in_Hanoi(Instant at, String period) {
    assertEquals(period, Period.of(at).toString());
  }

  @Test
  void a_period_ends_where_the_next_one_starts() {
    for (Period period = new Period(2020, 1); period.year() < 2030; period = period.next()) {
      assertEquals(period.end(), period.next().start());
      assertEquals(period, period.next().previous());
      assertEquals(period, Period.of(period.start()));
      assertEquals(period, Period.of(period.lastDay()));
      assertEquals(period.next(), Period.of(period.end()));
      assertEquals(-1, Integer.signum(period.compareTo(period.next())));
    }
  }

  @Test
  void one_that_has_begun_is_known() {
    assertEquals(new Period(2026, 2), Period.begun("/period", "2026-H2", TODAY));
    assertEquals(new Period(2026, 1), Period.begun("/period", "2026-H1", TODAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-H3",
        "2026-H0",
        "2026-h1",
        "26-H1",
        "2026-H1 ",
        "2027-H1",
        "1999-H2",
        "٢٠٢٦-H1"
      })
  void what_is_none_or_has_not_begun_is_refused(String text) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> Period.begun("/period", text, TODAY));
    assertEquals("UNKNOWN_PERIOD", refused.errors().get(0).code());
  }
}
