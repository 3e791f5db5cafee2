package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.phoihop.notification.sms.SmsGateway;
import vn.phoihop.platform.inbox.ReceivedEvent;

/** Queues notices, as SYSTEM, in the transaction of what they speak of. */
@ApplicationScoped
public class NoticeService {

  private static final List<Addressee> OF_AN_EVENT = List.of(Addressee.LIAISON, Addressee.LEADER);

  private final NoticeRepository notices;
  private final DutyDesk desk;
  private final SmsGateway sms;
  private final Event<NoticesWritten> written;

  NoticeService(
      NoticeRepository notices, DutyDesk desk, SmsGateway sms, Event<NoticesWritten> written) {
    this.notices = notices;
    this.desk = desk;
    this.sms = sms;
    this.written = written;
  }

  /** Whether events of the type are anything to it. */
  public boolean hears(String eventType) {
    return NoticeKind.speaksOf(eventType);
  }

  /** Queues what events call for: to the liaison, who acts, and to the leader, who must know. */
  @Transactional
  public void announce(List<ReceivedEvent> events) {
    boolean any = false;
    for (ReceivedEvent event : events) {
      if (event.data() == null || !hears(event.type())) {
        continue;
      }
      NoticeFact fact = event.as(NoticeFact.class);
      NoticeKind kind = NoticeKind.of(event.type(), fact.level()).orElse(null);
      UUID enterprise = fact.enterpriseId();
      if (kind != null && enterprise != null) {
        boolean urgent = kind.isUrgent() || fact.isUrgent();
        for (Addressee addressee : OF_AN_EVENT) {
          add(event.id(), kind, addressee, enterprise, fact.id(), fact.reference(), urgent);
          if (fact.isEmergency()) {
            addShort(event.id(), kind, addressee, enterprise, fact.id(), fact.reference());
          }
        }
        any = true;
      }
    }
    if (any) {
      written.fire(new NoticesWritten());
    }
  }

  /**
   * Queues one notice that no other service's event calls for.
   *
   * @param occasion what makes it one: the same again queues nothing
   */
  @Transactional
  public void raise(
      UUID occasion,
      NoticeKind kind,
      Addressee addressee,
      UUID enterpriseId,
      UUID objectId,
      String reference) {
    if (addressee != Addressee.DEPARTMENT || desk.address().isPresent()) {
      add(occasion, kind, addressee, enterpriseId, objectId, reference, true);
      addShort(occasion, kind, addressee, enterpriseId, objectId, reference);
      written.fire(new NoticesWritten());
    }
  }

  private void add(
      UUID event,
      NoticeKind kind,
      Addressee addressee,
      UUID enterprise,
      UUID object,
      String reference,
      boolean urgent) {
    notices.add(
        new NewNotice(
            event, kind, addressee, Channel.EMAIL, enterprise, object, reference, urgent));
  }

  private void addShort(
      UUID event,
      NoticeKind kind,
      Addressee addressee,
      UUID enterprise,
      UUID object,
      String reference) {
    if (sms.isOn() && addressee != Addressee.DEPARTMENT) {
      notices.add(
          new NewNotice(event, kind, addressee, Channel.SMS, enterprise, object, reference, true));
    }
  }
}
