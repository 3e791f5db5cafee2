package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import vn.phoihop.platform.inbox.EventInbox;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.outbox.DomainEvent;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.time.Ids;

/**
 * Facts of this service that subscribers hear of too: its own topic is not read, so that no
 * delivery causes another one.
 */
@ApplicationScoped
public class OwnFacts {

  private final Outbox outbox;
  private final DispatchService dispatch;
  private final EventInbox inbox;
  private final Ids ids;

  OwnFacts(Outbox outbox, DispatchService dispatch, EventInbox inbox, Ids ids) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.dispatch = dispatch;
    this.ids = ids;
  }

  /** In the transaction of the change. */
  public void tell(DomainEvent event) {
    outbox.append(event);
    dispatch.announce(
        inbox.own(
            new ReceivedEvent(
                ids.next(),
                "/phoihop/notification",
                event.type(),
                event.id().toString(),
                event.occurredAt(),
                EventJson.write(event).getBytes(StandardCharsets.UTF_8))));
  }
}
