package vn.phoihop.incident.enterprise;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;

/** What liaison-service tells of enterprises, from the topic to those who ask. */
@QuarkusTest
class EnterpriseArrivalTest {

  @Inject EnterpriseService enterprises;

  @Test
  void an_activated_enterprise_is_found_by_its_id_and_by_its_sectors() {
    UUID id = UUID.randomUUID();
    String sector = "SECTOR_" + id.toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
    String example =
        EventContract.example("enterprise.activated")
            .replace("019a1f6e-7c00-7000-8000-000000000001", id.toString())
            .replace("\"ISP\"", "\"" + sector.substring(0, 30) + "\"");

    Events.publish("phoihop.liaison", "enterprise.activated", id.toString(), example);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> enterprises.active(List.of(id)).equals(Set.of(id)));

    assertEquals(List.of(id), enterprises.activeIn(List.of(sector.substring(0, 30), "NOBODY")));
    Events.publish(
        "phoihop.liaison",
        "enterprise.suspended",
        id.toString(),
        example
            .replace("\"ACTIVE\"", "\"SUSPENDED\"")
            .replace("\"sequence\": 2", "\"sequence\": 3"));
    await().atMost(Duration.ofSeconds(30)).until(() -> enterprises.active(List.of(id)).isEmpty());
    assertEquals(List.of(), enterprises.activeIn(List.of(sector.substring(0, 30))));
  }
}
