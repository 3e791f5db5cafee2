package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpOptionsTest {
  @Test
  void optionsComeInAnyOrder() {
    assertEquals(
        new UpOptions(true, true, true, Optional.of("P40D")),
        UpOptions.of(List.of("--demo", "--clock-offset", "P40D", "--fresh", "--detach")));
    assertEquals(new UpOptions(false, false, false, Optional.empty()), UpOptions.of(List.of()));
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertThrows(Failure.class, () -> UpOptions.of(List.of("--deamon")));
    assertThrows(Failure.class, () -> UpOptions.of(List.of("--clock-offset")));
  }
}
