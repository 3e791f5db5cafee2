package vn.phoihop.reporting.figure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.phoihop.platform.inbox.EventInbox;

@ApplicationScoped
class IncidentEventsConsumer {

  private final EventInbox inbox;
  private final FigureService figures;

  IncidentEventsConsumer(EventInbox inbox, FigureService figures) {
    this.inbox = inbox;
    this.figures = figures;
  }

  @Incoming("incident-events")
  Uni<Void> onIncident(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("reporting.incident", records, events -> figures.take(Facts.of(events)));
  }
}
