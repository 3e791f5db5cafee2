package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    Instant before = Instant.now();
    Instant movedBack = clock.now().toInstant().minus(Duration.ofDays(40));
    Instant after = Instant.now();
    assertFalse(movedBack.isBefore(before), movedBack + " < " + before);
    assertFalse(movedBack.isAfter(after), movedBack + " > " + after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "40 days", "P", ""})
  void refusesWhatIsNeitherPeriodNorDuration(String offset) {
    assertThrows(Failure.class, () -> clock.set(offset));
  }
}
