package vn.phoihop.incident;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.phoihop.incident.request.Requests;
import vn.phoihop.platform.test.AccessMatrixTest;

@QuarkusTest
class IncidentAccessMatrixTest extends AccessMatrixTest {

  private String incident;
  private String evidence;
  private Requests request;
  private String document;

  @BeforeEach
  void anIncidentOfAnotherEnterprise() {
    UUID enterprise = UUID.randomUUID();
    incident = Api.report(enterprise);
    evidence = Api.seal(enterprise, incident, "a.txt", "bằng chứng");
    request = Requests.acknowledged();
    document = request.upload("trả lời");
  }

  @Override
  protected Map<String, String> foreignIds() {
    return Map.of(
        "/api/v1/incidents/{id}",
        incident,
        "/api/v1/evidence/{id}",
        evidence,
        "/api/v1/information-requests/{id}",
        request.id(),
        "/api/v1/request-documents/{id}",
        document);
  }

  @Override
  protected Set<String> open() {
    return Set.of();
  }
}
