package vn.phoihop.incident.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import vn.phoihop.incident.reference.ReferencePublished;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;
import vn.phoihop.platform.inbox.ReceivedEvent;

@ApplicationScoped
class LiaisonEventsConsumer implements EventConsumer {

  private final ReferenceService reference;
  private final EnterpriseService enterprises;

  LiaisonEventsConsumer(ReferenceService reference, EnterpriseService enterprises) {
    this.reference = reference;
    this.enterprises = enterprises;
  }

  @Override
  public String name() {
    return "incident.liaison";
  }

  @Override
  public String topic() {
    return "phoihop.liaison";
  }

  @Override
  public void take(EventBatch batch) {
    batch.fresh().forEach(this::take);
  }

  private void take(ReceivedEvent event) {
    if (event.type().equals("reference.published")) {
      reference.apply(event.as(ReferencePublished.class));
    } else if (event.type().startsWith("enterprise.")) {
      enterprises.apply(event.as(EnterpriseChanged.class));
    }
  }
}
