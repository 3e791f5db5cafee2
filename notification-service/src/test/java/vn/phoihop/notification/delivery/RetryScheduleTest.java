package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  /** The least and the most that the spread can be. */
  private static final RandomGenerator LEAST = spread(false);

  private static final RandomGenerator MOST = spread(true);

  @ParameterizedTest
  @CsvSource({
    "1, PT5S, PT2S",
    "2, PT5M, PT30S",
    "3, PT30M, PT3M",
    "4, PT2H, PT12M",
    "5, PT5H, PT15M",
    "6, PT10H, PT15M",
    "7, PT14H, PT15M",
    "8, PT20H, PT15M",
    "9, PT24H, PT15M"
  })
  void waits_as_standard_webhooks_lays_down_and_only_ever_adds(
      int tries, Duration wait, Duration spread) {
    assertEquals(Optional.of(wait), RetrySchedule.after(tries, false, null, LEAST));
    assertEquals(
        Optional.of(wait.plus(spread).minusMillis(1)),
        RetrySchedule.after(tries, false, null, MOST));
  }

  @Test
  void gives_up_after_ten_attempts_and_75_hours() {
    assertEquals(Optional.empty(), RetrySchedule.after(10, false, null, LEAST));
    assertEquals(Optional.empty(), RetrySchedule.after(11, true, Duration.ofHours(1), LEAST));
    Duration all = RetrySchedule.WAITS.stream().reduce(Duration.ZERO, Duration::plus);
    assertEquals(Duration.parse("PT75H35M5S"), all);
  }

  @ParameterizedTest
  @CsvSource({"1, PT1M", "2, PT5M", "9, PT24H"})
  void leaves_an_overloaded_receiver_alone_for_a_minute_at_least(int tries, Duration wait) {
    assertEquals(Optional.of(wait), RetrySchedule.after(tries, true, null, LEAST));
  }

  @ParameterizedTest
  @CsvSource({
    // within [base, 2 base] it is as asked
    "2, false, PT7M, PT7M",
    // sooner than the schedule: the schedule
    "2, false, PT1S, PT5M",
    "1, true, PT0S, PT1M",
    // later than twice the schedule: twice
    "2, false, PT1H, PT10M",
    "1, true, PT1H, PT2M",
    // never more than a day
    "8, false, PT100H, PT24H",
    "9, false, PT100H, PT24H"
  })
  void honours_retry_after_within_bounds(
      int tries, boolean overloaded, Duration asked, Duration wait) {
    assertEquals(Optional.of(wait), RetrySchedule.after(tries, overloaded, asked, LEAST));
  }

  @Test
  void the_spread_spreads() {
    long distinct =
        RandomGenerator.getDefault()
            .ints(100)
            .mapToObj(i -> RetrySchedule.after(3, false, null, RandomGenerator.getDefault()))
            .distinct()
            .count();
    assertTrue(distinct > 50, "of a hundred waits only " + distinct + " differ");
  }

  private static RandomGenerator spread(boolean most) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException();
      }

      @Override
      public long nextLong(long bound) {
        return most ? bound - 1 : 0;
      }
    };
  }
}
