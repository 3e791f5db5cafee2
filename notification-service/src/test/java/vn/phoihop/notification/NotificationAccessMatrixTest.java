package vn.phoihop.notification;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.phoihop.platform.test.AccessMatrixTest;

@QuarkusTest
class NotificationAccessMatrixTest extends AccessMatrixTest {

  private String subscription;
  private String delivery;

  @BeforeEach
  void somebodyElsesRows() {
    try (Receiver receiver = Receiver.ok()) {
      Subscriber other = Subscriber.to(receiver.url(), "incident.received");
      UUID event = IncidentEvents.publish("incident.received", other.party());
      subscription = other.id();
      delivery = other.delivery(event, "DELIVERED").extract().path("id");
    }
  }

  @Override
  protected Map<String, String> foreignIds() {
    return Map.of("/api/v1/subscriptions", subscription, "/api/v1/deliveries", delivery);
  }

  @Override
  protected Set<String> open() {
    return Set.of();
  }
}
