package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import vn.phoihop.notification.email.Posting.Reason;

/** The queue of notices, and what follows when one was sent or could not be; all as SYSTEM. */
@ApplicationScoped
class PostingService {

  private static final int MOST = 5;

  /** Five mails at a mail server that takes its time, a minute each, twice over. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** How long after a claim a notice of it may still be begun. */
  static final Duration TRY_WITHIN = LEASE.dividedBy(2);

  private final NoticeRepository notices;
  private final ReachabilityService reachability;

  PostingService(NoticeRepository notices, ReachabilityService reachability) {
    this.notices = notices;
    this.reachability = reachability;
  }

  @Transactional
  List<Notice> claim() {
    return notices.claim(MOST, LEASE);
  }

  /** Looks again at what quiet hours hold back from a person: they are others now. */
  @Transactional
  void letGo(UUID person) {
    notices.letGo(person);
  }

  @Transactional
  void complete(Posting posting) {
    OptionalLong sequence = notices.complete(posting);
    Notice notice = posting.notice();
    if (sequence.isEmpty() || notice.channel() != Channel.EMAIL) {
      return;
    }
    if (posting.move() == NoticeState.Move.ACCEPT) {
      reachability.reached(notice, posting.person(), sequence.getAsLong());
    } else if (posting.isLost() && posting.reason() != null && !notice.addressee().isDesk()) {
      reachability.failed(posting, posting.reason(), sequence.getAsLong());
    }
  }

  /** Takes in what the mail system has reported; true while there may be more. */
  @Transactional
  boolean takeBounces() {
    List<NoticeRepository.Bounced> bounces = notices.takeBounces(MOST);
    for (NoticeRepository.Bounced bounce : bounces) {
      Notice notice = bounce.notice();
      Posting posting =
          new Posting(
              notice,
              NoticeState.Move.BOUNCE,
              notice.personId(),
              Reason.BOUNCED,
              bounce.status(),
              Duration.ZERO);
      if (!notice.addressee().isDesk()) {
        reachability.failed(posting, Reason.BOUNCED, bounce.sequence());
      }
    }
    return bounces.size() == MOST;
  }
}
