package vn.phoihop.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.test.Docs;
import vn.phoihop.platform.time.DueTime.Unit;

/**
 * Working time against a count of days made another way, with the holidays of an independent
 * library, 2007 to 2030.
 */
class WorkingTimeOracleTest {

  private static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
  private static final int DAYS = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
  private static final LunarDays LUNAR = new LunarDays();

  private final Random random = new Random(20261125);
  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> swapped = new HashSet<>();

  /** worked[i]: how many days were worked from the first one to day i, both counted. */
  private final int[] worked = new int[DAYS];

  private final WorkingCalendar calendar;

  WorkingTimeOracleTest() {
    IntStream.rangeClosed(2007, 2030).forEach(year -> holidays.addAll(LUNAR.holidays(year)));
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = FIRST.plusDays(i);
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      boolean off = weekend || holidays.contains(day);
      if (weekend && !holidays.contains(day) && random.nextInt(25) == 0) {
        swapped.add(day);
        off = false;
      }
      worked[i] = (i == 0 ? 0 : worked[i - 1]) + (off ? 0 : 1);
    }
    Set<Integer> years = IntStream.rangeClosed(2007, 2030).boxed().collect(Collectors.toSet());
    calendar = new WorkingCalendar("CALENDARS/1", holidays, swapped, years, Set.of());
  }

  @Test
  void the_nth_working_day_and_the_days_between_agree_with_a_count_of_all_days() {
    for (int round = 0; round < 20_000; round++) {
      int anchor = random.nextInt(DAYS - 400);
      int n = random.nextInt(round % 10 == 0 ? 200 : 15);
      agree(FIRST.plusDays(anchor), n);
    }
  }

  @Test
  void every_anchor_round_every_tet_agrees() {
    for (int year = 2007; year < 2030; year++) {
      LocalDate tet = LUNAR.of(year, 1, 1);
      for (int before = -25; before <= 10; before++) {
        for (int n = 1; n <= 12; n++) {
          agree(tet.plusDays(before), n);
        }
      }
    }
  }

  private void agree(LocalDate anchor, int n) {
    int from = (int) (anchor.toEpochDay() - FIRST.toEpochDay());
    int expected = from;
    while (worked[expected] - worked[from] < n) {
      expected++;
    }
    LocalDate due = calendar.plusWorkingDays(anchor, n);
    assertEquals(FIRST.plusDays(expected), due, () -> n + " working days after " + anchor);
    assertEquals(n, calendar.workingDaysBetween(anchor, due), () -> anchor + " to " + due);
    assertTrue(n == 0 || calendar.isWorkingDay(due), () -> "worked: " + due);

    LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400));
    Instant at = anchor.atTime(time).atZone(BusinessClock.ZONE).toInstant();
    DueTime dueTime = DueTime.of("ANY", n, Unit.WORKING_DAYS, at, calendar);
    assertEquals(due.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant(), dueTime.dueAt());
    int pause = random.nextInt(20);
    Instant until = at.plusSeconds(86_400L * pause);
    int paused = worked[from + pause] - worked[from];
    assertEquals(
        DueTime.of("ANY", n + paused, Unit.WORKING_DAYS, at, calendar).dueAt(),
        dueTime.stoppedFrom(at, until, calendar).dueAt(),
        () -> n + " working days after " + anchor + ", stopped for " + pause + " days");
  }

  @ParameterizedTest
  @ValueSource(ints = {2026, 2027})
  void the_seeded_days_that_follow_the_moon_are_the_librarys(int year) throws Exception {
    JsonNode seed = seed(year);
    assertEquals(LUNAR.of(year, 1, 1), day(seed, "Tết Nguyên đán: mùng 1"));
    assertEquals(LUNAR.of(year, 1, 4), day(seed, "Tết Nguyên đán: mùng 4"));
    assertEquals(LUNAR.of(year, 12, 29), day(seed, "Tết Nguyên đán: 29 tháng Chạp"));
    assertEquals(LUNAR.of(year, 3, 10), day(seed, "Giỗ Tổ Hùng Vương (10/3 âm lịch)"));
    Set<LocalDate> seeded =
        StreamSupport.stream(seed.get("holidays").spliterator(), false)
            .map(holiday -> LocalDate.parse(holiday.get("date").asText()))
            .collect(Collectors.toSet());
    assertTrue(seeded.containsAll(LUNAR.holidays(year)), "what the law names is off");
    seeded.forEach(day -> assertEquals(year, day.getYear()));
  }

  private static LocalDate day(JsonNode seed, String vi) {
    return StreamSupport.stream(seed.get("holidays").spliterator(), false)
        .filter(holiday -> holiday.get("vi").asText().equals(vi))
        .map(holiday -> LocalDate.parse(holiday.get("date").asText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(vi));
  }

  private static JsonNode seed(int year) throws Exception {
    JsonNode list =
        new ObjectMapper()
            .readTree(Docs.read("events", "examples", "reference.published", "CALENDARS.json"));
    return StreamSupport.stream(list.get("items").spliterator(), false)
        .filter(item -> item.get("code").asText().equals(Integer.toString(year)))
        .findFirst()
        .orElseThrow();
  }
}
