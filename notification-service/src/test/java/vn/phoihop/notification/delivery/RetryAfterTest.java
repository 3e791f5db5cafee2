package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT2M",
    "' 30 ', PT30S",
    "999999999, PT999999999S",
    "00000000000030, PT30S",
    "99999999999999999999, PT999999999S"
  })
  void reads_seconds(String header, Duration wait) {
    assertEquals(wait, RetryAfter.parse(header, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wed, 25 Nov 2026 00:05:00 GMT",
        "Wednesday, 25-Nov-26 00:05:00 GMT",
        "Wed Nov 25 00:05:00 2026"
      })
  void reads_an_http_date_in_each_of_its_forms(String header) {
    assertEquals(Duration.ofMinutes(5), RetryAfter.parse(header, NOW));
  }

  @Test
  void reads_a_day_of_one_digit() {
    assertEquals(Duration.ofDays(6), RetryAfter.parse("Tue Dec  1 00:00:00 2026", NOW));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "-1",
        "1.5",
        "soon",
        "Wed, 25 Nov 2026",
        "Tue, 24 Nov 2026 23:59:59 GMT",
        "Mon, 25 Nov 2026 00:05:00 GMT",
        "2026-11-25T00:05:00Z",
        "Wednesday, 25-Nov-26 00:05:00 ICT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "٣٠"
      })
  void ignores_nonsense_and_the_past(String header) {
    assertNull(RetryAfter.parse(header, NOW));
  }
}
