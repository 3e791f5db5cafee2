package vn.phoihop.reporting.enterprise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.phoihop.platform.inbox.EventInbox;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.reporting.reference.ReferencePublished;
import vn.phoihop.reporting.reference.ReferenceService;

@ApplicationScoped
class LiaisonEventsConsumer {

  private final EventInbox inbox;
  private final ReferenceService reference;
  private final EnterpriseService enterprises;

  LiaisonEventsConsumer(
      EventInbox inbox, ReferenceService reference, EnterpriseService enterprises) {
    this.inbox = inbox;
    this.reference = reference;
    this.enterprises = enterprises;
  }

  @Incoming("liaison-events")
  Uni<Void> onLiaison(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("reporting.liaison", records, events -> events.forEach(this::take));
  }

  private void take(ReceivedEvent event) {
    if (event.data() == null) {
      return;
    }
    if (event.type().equals("reference.published")) {
      reference.apply(event.as(ReferencePublished.class));
    } else if (event.type().startsWith("enterprise.")) {
      enterprises.apply(event.as(EnterpriseChanged.class));
    }
  }
}
