package vn.phoihop.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClocksTest {

  private final SystemClock system = new SystemClock();

  @Test
  void the_business_clock_moves_by_days_or_by_a_duration() {
    assertNear(Duration.ZERO, new BusinessClock(system, "PT0S"));
    assertNear(Duration.ofDays(40), new BusinessClock(system, "P40D"));
    assertNear(Duration.ofHours(-12), new BusinessClock(system, "PT-12H"));
  }

  @Test
  void a_wrong_offset_stops_the_start() {
    assertThrows(DateTimeException.class, () -> new BusinessClock(system, "tomorrow"));
  }

  @Test
  void ids_are_version_7_unique_and_grow_with_time() {
    Ids ids = new Ids(system);
    Set<UUID> seen = new HashSet<>();
    long last = 0;
    for (int i = 0; i < 10_000; i++) {
      UUID id = ids.next();
      assertEquals(7, id.version());
      assertEquals(2, id.variant());
      assertTrue(seen.add(id));
      long millis = id.getMostSignificantBits() >>> 16;
      assertTrue(millis >= last);
      last = millis;
    }
  }

  private void assertNear(Duration offset, BusinessClock clock) {
    Duration difference = Duration.between(system.now().plus(offset), clock.now());
    assertTrue(difference.abs().compareTo(Duration.ofSeconds(5)) < 0, difference.toString());
  }
}
