package vn.phoihop.reporting.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.reporting.reference.ReferencePublished;
import vn.phoihop.reporting.reference.ReferenceService;

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
    return "reporting.liaison";
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
