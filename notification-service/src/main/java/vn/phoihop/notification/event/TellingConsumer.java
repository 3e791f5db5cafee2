package vn.phoihop.notification.event;

import java.util.List;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;
import vn.phoihop.platform.inbox.ReceivedEvent;

/** A door whose facts are told to whoever they concern, {@code notification.incident}. */
abstract class TellingConsumer implements EventConsumer {

  private static final String OF_ALL_TOPICS = "phoihop.";

  private final TellService service;

  TellingConsumer(TellService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "notification." + topic().substring(OF_ALL_TOPICS.length());
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
