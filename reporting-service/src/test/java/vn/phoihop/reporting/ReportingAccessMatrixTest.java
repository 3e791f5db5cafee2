package vn.phoihop.reporting;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.phoihop.platform.test.AccessMatrixTest;

@QuarkusTest
class ReportingAccessMatrixTest extends AccessMatrixTest {

  private String obligation;
  private String report;

  @BeforeEach
  void aReportOfAnotherEnterprise() {
    UUID enterprise = Api.enterprise();
    obligation = Api.awaitObligation(enterprise);
    report = Api.submit(enterprise);
  }

  @Override
  protected Map<String, String> foreignIds() {
    return Map.of("/api/v1/obligations/{id}", obligation, "/api/v1/reports/{id}", report);
  }

  @Override
  protected Set<String> open() {
    return Set.of();
  }
}
