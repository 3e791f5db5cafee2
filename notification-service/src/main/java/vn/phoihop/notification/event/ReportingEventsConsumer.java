package vn.phoihop.notification.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;
import vn.phoihop.platform.inbox.ReceivedEvent;

@ApplicationScoped
class ReportingEventsConsumer implements EventConsumer {

  private final TellService service;

  ReportingEventsConsumer(TellService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "notification.reporting";
  }

  @Override
  public String topic() {
    return "phoihop.reporting";
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
