package vn.phoihop.notification.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.phoihop.notification.delivery.DispatchService;
import vn.phoihop.notification.email.NoticeService;
import vn.phoihop.platform.inbox.ReceivedEvent;

/** What an event sets going, together or not at all. */
@ApplicationScoped
class TellService {

  private final DispatchService webhooks;
  private final NoticeService emails;

  TellService(DispatchService webhooks, NoticeService emails) {
    this.webhooks = webhooks;
    this.emails = emails;
  }

  @Transactional
  void tell(List<ReceivedEvent> events) {
    webhooks.announce(events);
    emails.announce(events);
  }
}
