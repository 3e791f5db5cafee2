package vn.phoihop.notification.event;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.phoihop.platform.inbox.EventInbox;

@ApplicationScoped
class IncidentEventsConsumer {

  private final EventInbox inbox;
  private final TellService service;

  IncidentEventsConsumer(EventInbox inbox, TellService service) {
    this.inbox = inbox;
    this.service = service;
  }

  @Incoming("incident-events")
  Uni<Void> onIncident(ConsumerRecords<String, byte[]> records) {
    return inbox.consumeBatch("notification.incident", records, service::tell);
  }
}
