package vn.phoihop.notification.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;
import vn.phoihop.platform.inbox.ReceivedEvent;

@ApplicationScoped
class IncidentEventsConsumer implements EventConsumer {

  private final TellService service;

  IncidentEventsConsumer(TellService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "notification.incident";
  }

  @Override
  public String topic() {
    return "phoihop.incident";
  }

  @Override
  public void take(EventBatch batch) {
    service.tell(batch);
  }

  @Override
  public boolean isOnceByItself(List<ReceivedEvent> events) {
    return service.isForWebhooksAlone(events);
  }
}
