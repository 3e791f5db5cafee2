package vn.phoihop.notification.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.phoihop.notification.calendar.CalendarService;
import vn.phoihop.notification.contact.ContactService;
import vn.phoihop.notification.delivery.DispatchService;
import vn.phoihop.notification.email.NoticeService;
import vn.phoihop.notification.escalation.EscalationService;
import vn.phoihop.platform.inbox.ReceivedEvent;

/** What an event sets going, together or not at all. */
@ApplicationScoped
class TellService {

  private final DispatchService webhooks;
  private final NoticeService notices;
  private final EscalationService escalations;
  private final ContactService contacts;
  private final CalendarService calendars;

  TellService(
      DispatchService webhooks,
      NoticeService notices,
      EscalationService escalations,
      ContactService contacts,
      CalendarService calendars) {
    this.webhooks = webhooks;
    this.notices = notices;
    this.escalations = escalations;
    this.contacts = contacts;
    this.calendars = calendars;
  }

  @Transactional
  void tell(List<ReceivedEvent> events) {
    calendars.take(events);
    contacts.learnNames(events);
    // First, so that what is told by mail anyway is not told again where a webhook cannot be sent.
    notices.announce(events);
    webhooks.announce(events);
    escalations.follow(events);
  }
}
