package vn.phoihop.notification.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  /** Instants are UTC, hours are Hanoi's: seven more. */
  @ParameterizedTest
  @CsvSource({
    "22:00, 06:00, 2026-03-10T14:59:59Z,",
    "22:00, 06:00, 2026-03-10T15:00:00Z, 2026-03-10T23:00:00Z",
    "22:00, 06:00, 2026-03-10T17:30:00Z, 2026-03-10T23:00:00Z",
    "22:00, 06:00, 2026-03-10T22:59:59Z, 2026-03-10T23:00:00Z",
    "22:00, 06:00, 2026-03-10T23:00:00Z,",
    "12:00, 13:30, 2026-03-10T04:59:59Z,",
    "12:00, 13:30, 2026-03-10T05:00:00Z, 2026-03-10T06:30:00Z",
    "12:00, 13:30, 2026-03-10T06:30:00Z,",
    "00:00, 12:00, 2026-03-10T17:00:00Z, 2026-03-11T05:00:00Z"
  })
  void quiet_ends_when_it_says(LocalTime from, LocalTime to, Instant at, Instant end) {
    assertEquals(Optional.ofNullable(end), new QuietHours(from, to).end(at));
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, 12:00, false",
    "00:00, 12:01, true",
    "00:00, 23:59, true",
    "18:00, 06:00, false",
    "18:00, 06:01, true",
    "06:00, 05:59, true"
  })
  void twelve_hours_are_the_most(LocalTime from, LocalTime to, boolean tooLong) {
    assertEquals(tooLong, new QuietHours(from, to).lastsTooLong());
  }
}
