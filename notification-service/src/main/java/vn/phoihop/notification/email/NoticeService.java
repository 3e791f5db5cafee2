package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.time.BusinessClock;

/** The use cases of notices, all as SYSTEM. */
@ApplicationScoped
public class NoticeService {

  private static final int MOST = 5;

  /** Five mails at a mail server that takes its time, a minute each, twice over. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final NoticeRepository notices;
  private final Outbox outbox;
  private final BusinessClock clock;
  private final Event<NoticesWritten> written;

  NoticeService(
      NoticeRepository notices, Outbox outbox, BusinessClock clock, Event<NoticesWritten> written) {
    this.notices = notices;
    this.outbox = outbox;
    this.clock = clock;
    this.written = written;
  }

  /** Queues the e-mails that events call for, in the transaction of the inbox. */
  @Transactional
  public void announce(List<ReceivedEvent> events) {
    boolean any = false;
    for (ReceivedEvent event : events) {
      if (event.data() == null || !NoticeKind.speaksOf(event.type())) {
        continue;
      }
      NoticeFact fact = event.as(NoticeFact.class);
      NoticeKind kind = NoticeKind.of(event.type(), fact.level()).orElse(null);
      if (kind != null && fact.enterpriseId() != null) {
        for (Addressee addressee : Addressee.values()) {
          notices.add(event.id(), kind, addressee, fact.enterpriseId(), fact);
        }
        any = true;
      }
    }
    if (any) {
      written.fire(new NoticesWritten());
    }
  }

  @Transactional
  List<Notice> claim() {
    return notices.claim(MOST, LEASE);
  }

  @Transactional
  void complete(Posting posting) {
    OptionalLong sequence = notices.complete(posting);
    String reason = posting.reason();
    if (sequence.isPresent() && posting.move() == NoticeState.Move.DESPAIR && reason != null) {
      outbox.append(
          EmailEvent.ContactUnreachable.of(posting, reason, sequence.getAsLong(), clock.now()));
    }
  }
}
