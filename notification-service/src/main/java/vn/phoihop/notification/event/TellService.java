package vn.phoihop.notification.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import vn.phoihop.notification.calendar.CalendarService;
import vn.phoihop.notification.contact.ContactService;
import vn.phoihop.notification.delivery.DispatchService;
import vn.phoihop.notification.delivery.FallbackService;
import vn.phoihop.notification.email.NoticeService;
import vn.phoihop.notification.escalation.EscalationService;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.ReceivedEvent;

/** What an event sets going, together or not at all. */
@ApplicationScoped
class TellService {

  private final DispatchService webhooks;
  private final FallbackService fallback;
  private final NoticeService notices;
  private final EscalationService escalations;
  private final ContactService contacts;
  private final CalendarService calendars;

  TellService(
      DispatchService webhooks,
      FallbackService fallback,
      NoticeService notices,
      EscalationService escalations,
      ContactService contacts,
      CalendarService calendars) {
    this.webhooks = webhooks;
    this.fallback = fallback;
    this.notices = notices;
    this.escalations = escalations;
    this.contacts = contacts;
    this.calendars = calendars;
  }

  /** Whether webhooks are all that the events set going: their rows are the inbox then. */
  boolean isForWebhooksAlone(List<ReceivedEvent> events) {
    return events.stream().noneMatch(event -> isHeardElsewhere(event) || webhooks.isGrave(event));
  }

  @Transactional(TxType.SUPPORTS)
  void tell(EventBatch batch) {
    // First, so that the inbox rows go along with the statement that webhooks wait for.
    List<UUID> grave = webhooks.announce(batch);
    List<ReceivedEvent> events = batch.fresh().stream().filter(this::isHeardElsewhere).toList();
    if (events.isEmpty() && grave.isEmpty()) {
      return;
    }
    calendars.take(events);
    contacts.learnNames(events);
    notices.announce(events);
    // After the notices, so that what is told by mail anyway is not told again.
    fallback.announced(grave);
    escalations.follow(events);
  }

  private boolean isHeardElsewhere(ReceivedEvent event) {
    return calendars.hears(event.type())
        || contacts.hears(event.type())
        || notices.hears(event.type())
        || escalations.hears(event.type());
  }
}
