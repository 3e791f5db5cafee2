package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Path ROOT = Path.of("/somewhere/checkout");

  @Test
  void withoutEnvironmentTheDataLieInTheCheckoutAndPortsAreThoseOfTheDesign() {
    Settings settings = Settings.of(Map.of(), ROOT, ROOT);

    assertEquals(ROOT.resolve(".data"), settings.data());
    assertEquals("http://localhost:8180/realms/phoihop", settings.issuer());
    assertEquals(15432, settings.port(Port.POSTGRES));
  }

  @Test
  void theOffsetMovesEveryPortAndTheIssuer() {
    Settings settings =
        Settings.of(Map.of("PHOIHOP_PORT_OFFSET", "100", "PHOIHOP_DATA", "/elsewhere"), ROOT, ROOT);

    assertEquals(Path.of("/elsewhere"), settings.data());
    assertEquals("http://localhost:8280/realms/phoihop", settings.issuer());
    assertEquals(8182, settings.port(Port.INCIDENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "60000", "ten"})
  void anOffsetThatLeavesTheRangeOfPortsIsRefused(String offset) {
    assertThrows(
        Failure.class, () -> Settings.of(Map.of("PHOIHOP_PORT_OFFSET", offset), ROOT, ROOT));
  }
}
