package vn.phoihop.incident.enterprise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.EventContract;

class EnterpriseEventContractTest {

  @ParameterizedTest
  @ValueSource(strings = {"enterprise.registered", "enterprise.activated", "enterprise.enrolled"})
  void the_published_examples_have_what_we_keep(String type) throws IOException {
    EnterpriseChanged changed =
        EventJson.read(
            EventContract.example(type).getBytes(StandardCharsets.UTF_8), EnterpriseChanged.class);

    assertEquals("Công ty Cổ phần Viễn thông Thăng Long", changed.name());
    assertEquals(List.of("TELECOM_MOBILE", "ISP"), changed.sectors());
  }
}
