package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.contact.ContactService;
import vn.phoihop.notification.delivery.OwnFacts;
import vn.phoihop.notification.email.Posting.Reason;
import vn.phoihop.platform.time.BusinessClock;

/** Who cannot be reached, and who can again; all as SYSTEM. */
@ApplicationScoped
class ReachabilityService {

  private final ContactService contacts;
  private final NoticeRepository notices;
  private final DigestRepository digests;
  private final OwnFacts facts;
  private final BusinessClock clock;
  private final DutyDesk desk;

  ReachabilityService(
      ContactService contacts,
      NoticeRepository notices,
      DigestRepository digests,
      OwnFacts facts,
      BusinessClock clock,
      DutyDesk desk) {
    this.contacts = contacts;
    this.notices = notices;
    this.digests = digests;
    this.facts = facts;
    this.clock = clock;
    this.desk = desk;
  }

  @Transactional
  void reached(Notice notice, @Nullable UUID person, long sequence) {
    if (person != null && contacts.reached(person)) {
      facts.tell(EmailEvent.ContactReachable.of(notice, person, sequence, clock.now()));
    }
  }

  /**
   * Marks the contact, tells the Department, and sees to it that somebody of the enterprise gets
   * the notice: of a liaison's, the deputy.
   */
  @Transactional
  void failed(Posting posting, Reason reason, long sequence) {
    Notice notice = posting.notice();
    UUID person = posting.person();
    boolean news = person == null || !reason.blamesTheAddress();
    if (person != null && reason.blamesTheAddress()) {
      news = contacts.failed(person, reason.name());
    }
    facts.tell(EmailEvent.ContactUnreachable.of(posting, reason.name(), sequence, clock.now()));
    if (news && desk.address().isPresent()) {
      notices.add(alert(notice, person));
    }
    if (contacts.roster(notice.enterprise()).deputy().isPresent()) {
      tellTheDeputy(notice);
    }
  }

  private void tellTheDeputy(Notice notice) {
    if (notice.isDigest()) {
      digests.passOn(notice.id());
    } else if (notice.addressee() == Addressee.LIAISON) {
      notices.add(
          new NewNotice(
              notice.eventId(),
              notice.kind(),
              Addressee.DEPUTY,
              Channel.EMAIL,
              notice.enterprise(),
              notice.objectId(),
              notice.reference(),
              notice.urgent()));
    }
  }

  /** One alert a marking; of an enterprise where nobody is known, one a day. */
  private NewNotice alert(Notice notice, @Nullable UUID person) {
    UUID event =
        person != null
            ? notice.id()
            : UUID.nameUUIDFromBytes(
                ("nobody " + notice.enterprise() + " " + clock.today())
                    .getBytes(StandardCharsets.UTF_8));
    return new NewNotice(
        event,
        NoticeKind.CONTACT_UNREACHABLE,
        Addressee.DEPARTMENT,
        Channel.EMAIL,
        notice.enterprise(),
        notice.enterprise(),
        (person == null ? notice.enterprise() : person).toString(),
        true);
  }
}
