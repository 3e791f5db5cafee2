package vn.phoihop.reporting.enterprise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.EventContract;

class EnterpriseEventContractTest {

  @ParameterizedTest
  @CsvSource({
    "enterprise.registered, VERIFIED",
    "enterprise.activated, ACTIVE",
    "enterprise.enrolled, ACTIVE"
  })
  void the_published_examples_have_what_we_keep(String type, String state) throws IOException {
    EnterpriseChanged changed =
        EventJson.read(
            EventContract.example(type).getBytes(StandardCharsets.UTF_8), EnterpriseChanged.class);

    assertEquals("Công ty Cổ phần Viễn thông Thăng Long", changed.name());
    assertEquals("9900123459", changed.taxCode());
    assertEquals(List.of("TELECOM_MOBILE", "ISP"), changed.sectors());
    assertEquals(state, changed.state());
  }
}
