package vn.phoihop.incident;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.phoihop.incident.enterprise.Enterprises;
import vn.phoihop.incident.exchange.Exchanges;
import vn.phoihop.incident.measure.Measures;
import vn.phoihop.incident.request.Requests;
import vn.phoihop.platform.test.AccessMatrixTest;

@QuarkusTest
class IncidentAccessMatrixTest extends AccessMatrixTest {

  private String incident;
  private String evidence;
  private Requests request;
  private String document;
  private String measure;
  private String exchange;

  @BeforeEach
  void anIncidentOfAnotherEnterprise() {
    UUID enterprise = UUID.randomUUID();
    incident = Api.report(enterprise);
    evidence = Api.seal(enterprise, incident, "a.txt", "bằng chứng");
    request = Requests.acknowledged();
    document = request.upload("trả lời");
    measure = Measures.take(enterprise);
    exchange = Exchanges.publish(enterprise, Enterprises.active("ISP"));
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
        document,
        "/api/v1/measures/{id}",
        measure,
        "/api/v1/exchanges/{id}",
        exchange);
  }

  @Override
  protected Set<String> open() {
    return Set.of();
  }
}
