package vn.phoihop.notification.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.phoihop.platform.inbox.EventInbox;

@ApplicationScoped
class ContactEventsConsumer {

  private final EventInbox inbox;
  private final ContactService service;

  ContactEventsConsumer(EventInbox inbox, ContactService service) {
    this.inbox = inbox;
    this.service = service;
  }

  @Incoming("contact-events")
  Uni<Void> onContact(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("notification.contacts", records, service::take);
  }
}
