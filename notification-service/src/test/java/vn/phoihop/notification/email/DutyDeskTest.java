package vn.phoihop.notification.email;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DutyDeskTest {

  @Test
  void a_desk_is_set_by_property_or_by_environment() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(
                new EnvConfigSource(
                    Map.of("PHOIHOP_AUTHORITY_EMAIL_POLICE", "truc.ban@ca.example"), 300))
            .withDefaultValue("phoihop.authority.email.CUSTOMS", "truc.ban@hq.example")
            .build();
    DutyDesk desk =
        new DutyDesk(
            Optional.empty(),
            config.getOptionalValues("phoihop.authority.email", String.class, String.class));
    assertEquals(Optional.of("truc.ban@ca.example"), desk.address("POLICE"));
    assertEquals(Optional.of("truc.ban@hq.example"), desk.address("CUSTOMS"));
    assertEquals(Optional.empty(), desk.address("TRADE"));
    assertEquals(Optional.empty(), desk.address(null));
    assertEquals(Optional.empty(), desk.address());
  }
}
