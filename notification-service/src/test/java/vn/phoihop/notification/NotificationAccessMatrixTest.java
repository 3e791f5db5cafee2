package vn.phoihop.notification;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.phoihop.platform.test.AccessMatrixTest;
import vn.phoihop.platform.test.Database;

@QuarkusTest
class NotificationAccessMatrixTest extends AccessMatrixTest {

  private String subscription;
  private String delivery;
  private String person;
  private String notice;
  private String escalation;
  private String recovery;

  @BeforeEach
  void somebodyElsesRows() throws SQLException {
    TestEnterprise enterprise = TestEnterprise.fresh();
    person = enterprise.person("PRIMARY", enterprise.address("dau.moi")).toString();
    UUID request = UUID.randomUUID();
    enterprise.request(request, "ROUTINE");
    TestEnterprise.counted(1, "SELECT count(*) FROM escalation WHERE request_id = ?", request);
    notice = Database.column("SELECT id FROM notice WHERE object_id = ?", request).get(0);
    escalation = Database.column("SELECT id FROM escalation WHERE request_id = ?", request).get(0);
    try (Receiver receiver = Receiver.ok()) {
      Subscriber other = Subscriber.to(receiver.url(), "incident.received");
      UUID event = IncidentEvents.publish("incident.received", other.party());
      subscription = other.id();
      delivery = other.delivery(event, "DELIVERED").extract().path("id");
      recovery =
          other
              .request()
              .contentType("application/json")
              .body("{\"since\": \"2026-01-01T00:00:00Z\"}")
              .post("/api/v1/subscriptions/" + subscription + "/recoveries")
              .then()
              .statusCode(202)
              .extract()
              .path("id");
    }
  }

  @Override
  protected Map<String, String> foreignIds() {
    return Map.of(
        "/api/v1/subscriptions",
        subscription,
        "/api/v1/deliveries",
        delivery,
        "/api/v1/preferences",
        person,
        "/api/v1/notices",
        notice,
        "/api/v1/escalations",
        escalation,
        "/api/v1/recoveries",
        recovery);
  }

  @Override
  protected Set<String> open() {
    return Set.of();
  }
}
