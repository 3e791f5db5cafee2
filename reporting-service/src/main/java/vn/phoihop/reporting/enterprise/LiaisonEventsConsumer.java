package vn.phoihop.reporting.enterprise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.phoihop.platform.inbox.EventInbox;
import vn.phoihop.platform.inbox.ReceivedEvent;

@ApplicationScoped
class LiaisonEventsConsumer {

  private final EventInbox inbox;
  private final EnterpriseService enterprises;

  LiaisonEventsConsumer(EventInbox inbox, EnterpriseService enterprises) {
    this.inbox = inbox;
    this.enterprises = enterprises;
  }

  @Incoming("liaison-events")
  Uni<Void> onLiaison(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("reporting.liaison", records, events -> events.forEach(this::take));
  }

  private void take(ReceivedEvent event) {
    if (event.type().startsWith("enterprise.") && event.data() != null) {
      enterprises.apply(event.as(EnterpriseChanged.class));
    }
  }
}
