package vn.phoihop.incident;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.phoihop.platform.test.AccessMatrixTest;

@QuarkusTest
class IncidentAccessMatrixTest extends AccessMatrixTest {

  private String incident;
  private String evidence;

  @BeforeEach
  void anIncidentOfAnotherEnterprise() {
    UUID enterprise = UUID.randomUUID();
    incident = Api.report(enterprise);
    evidence = Api.seal(enterprise, incident, "a.txt", "bằng chứng");
  }

  @Override
  protected Map<String, String> foreignIds() {
    return Map.of("/api/v1/incidents/{id}", incident, "/api/v1/evidence/{id}", evidence);
  }

  @Override
  protected Set<String> open() {
    return Set.of();
  }
}
