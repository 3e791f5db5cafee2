package vn.phoihop.notification.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.platform.inbox.ReceivedEvent;

/** Only what sets nothing going but webhooks is announced without a transaction around it. */
@QuarkusTest
class TellServiceTest {

  @Inject TellService service;

  @ParameterizedTest
  @CsvSource({
    "incident.received, LOW, true",
    "incident.received, MEDIUM, true",
    "incident.received, HIGH, false",
    "incident.received, CRITICAL, false",
    "incident.referred, LOW, false",
    "request.issued, , false",
    "exchange.published, , true"
  })
  void by_the_type_and_the_gravity(String type, String severity, boolean alone) {
    assertEquals(alone, service.isForWebhooksAlone(List.of(event(type, severity))));
  }

  @Test
  void one_that_sets_more_going_takes_its_batch_along() {
    assertEquals(
        false,
        service.isForWebhooksAlone(
            List.of(event("incident.received", "LOW"), event("incident.referred", "LOW"))));
  }

  @Test
  void a_tombstone_is_no_fault() {
    ReceivedEvent gone =
        new ReceivedEvent(
            UUID.randomUUID(), "/phoihop/incident", "incident.received", "k", Instant.EPOCH, null);
    assertEquals(true, service.isForWebhooksAlone(List.of(gone)));
  }

  private static ReceivedEvent event(String type, String severity) {
    ObjectNode data = IncidentEvents.example(type);
    data.remove("severity");
    if (severity != null) {
      data.put("severity", severity);
    }
    return new ReceivedEvent(
        UUID.randomUUID(),
        "/phoihop/incident",
        type,
        UUID.randomUUID().toString(),
        Instant.EPOCH,
        data.toString().getBytes(StandardCharsets.UTF_8));
  }
}
