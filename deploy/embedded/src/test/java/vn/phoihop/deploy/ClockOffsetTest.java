package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockOffsetTest {
  @TempDir Path data;
  private ClockOffset clock;

  @BeforeEach
  void open() {
    clock = new ClockOffset(new Settings(data, data, data, 0));
  }

  @Test
  void isNoneUntilSetAndThenRemembered() {
    assertEquals("PT0S", clock.current());
    clock.set("P40D");
    assertEquals("P40D", new ClockOffset(new Settings(data, data, data, 0)).current());
  }

  @ParameterizedTest
  @ValueSource(strings = {"P40D", "PT960H"})
  void movesNow(String offset) {
    clock.set(offset);
    Duration moved = Duration.between(ZonedDateTime.now(), clock.now());
    assertTrue(moved.minusDays(40).abs().compareTo(Duration.ofSeconds(5)) < 0, moved.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "40 days", "P", ""})
  void refusesWhatIsNeitherPeriodNorDuration(String offset) {
    assertThrows(Failure.class, () -> clock.set(offset));
  }
}
