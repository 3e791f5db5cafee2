package vn.phoihop.notification.event;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.phoihop.platform.inbox.EventInbox;

@ApplicationScoped
class ReportingEventsConsumer {

  private final EventInbox inbox;
  private final TellService service;

  ReportingEventsConsumer(EventInbox inbox, TellService service) {
    this.inbox = inbox;
    this.service = service;
  }

  @Incoming("reporting-events")
  Uni<Void> onReporting(ConsumerRecords<String, byte[]> records) {
    return inbox.consumeBatch("notification.reporting", records, service::tell);
  }
}
