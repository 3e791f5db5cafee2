package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.phoihop.notification.contact.ContactService;
import vn.phoihop.notification.contact.Recipient;
import vn.phoihop.notification.contact.Roster;
import vn.phoihop.notification.email.Posting.Reason;
import vn.phoihop.notification.preference.Language;
import vn.phoihop.notification.preference.Preference;
import vn.phoihop.notification.preference.PreferenceService;
import vn.phoihop.notification.preference.Telling;
import vn.phoihop.notification.sms.SmsText;
import vn.phoihop.platform.time.BusinessClock;

/** To whom a claimed notice goes, and whether now. */
@ApplicationScoped
class AddressingService {

  private final NoticeRepository notices;
  private final DigestRepository digests;
  private final PostingService postings;
  private final ContactService contacts;
  private final PreferenceService preferences;
  private final DutyDesk desk;
  private final BusinessClock clock;
  private final LocalTime digestAt;

  AddressingService(
      NoticeRepository notices,
      DigestRepository digests,
      PostingService postings,
      ContactService contacts,
      PreferenceService preferences,
      DutyDesk desk,
      BusinessClock clock,
      @ConfigProperty(name = "phoihop.notice.digest-at") LocalTime digestAt) {
    this.notices = notices;
    this.digests = digests;
    this.postings = postings;
    this.contacts = contacts;
    this.preferences = preferences;
    this.desk = desk;
    this.clock = clock;
    this.digestAt = digestAt;
  }

  /** What is to be sent now; empty where that is nothing, which is on record then. */
  @Transactional
  Optional<Letter> address(Notice notice) {
    if (notice.addressee().isDesk()) {
      return (notice.addressee() == Addressee.DESK
              ? desk.address(notice.authority())
              : desk.address())
          .map(address -> new Letter(notice, null, null, address, null, Language.BOTH, List.of()))
          .or(() -> end(Posting.nobody(notice)));
    }
    Roster roster = contacts.roster(notice.enterprise());
    Recipient recipient = notice.addressee().in(roster, notice).orElse(null);
    if (recipient == null) {
      return notice.isDigest() ? unfold(notice) : end(Posting.nobody(notice));
    }
    UUID person = recipient.personId();
    if (!notices.address(notice, person)) {
      return Optional.empty();
    }
    if (isToldAlready(notice, recipient, roster)) {
      return end(Posting.suppressed(notice, person, Reason.DUPLICATE));
    }
    Preference preference = preferences.of(person);
    return notice.channel() == Channel.SMS
        ? shortMessage(notice, recipient, roster, preference)
        : mail(notice, recipient, roster, preference);
  }

  private Optional<Letter> shortMessage(
      Notice notice, Recipient to, Roster roster, Preference preference) {
    return Optional.ofNullable(to.phone())
        .flatMap(SmsText::e164)
        .map(phone -> letter(notice, to, phone, roster, preference))
        .or(() -> end(Posting.suppressed(notice, to.personId(), Reason.NO_PHONE)));
  }

  private Optional<Letter> mail(Notice notice, Recipient to, Roster roster, Preference preference) {
    Instant now = clock.now();
    if (!notice.urgent()) {
      Telling how =
          notice.isDigest() ? Telling.AT_ONCE : preference.of(notice.kind().noticeClass());
      if (how == Telling.MUTED) {
        return end(Posting.suppressed(notice, to.personId(), Reason.MUTED));
      }
      if (how == Telling.DAILY_DIGEST) {
        return fold(notice, to.personId(), now);
      }
      Instant quietUntil = preference.quietUntil(now).orElse(null);
      if (quietUntil != null) {
        return end(Posting.held(notice, to.personId(), Duration.between(now, quietUntil)));
      }
    }
    return Optional.of(letter(notice, to, to.email(), roster, preference));
  }

  private Letter letter(
      Notice notice, Recipient to, String address, Roster roster, Preference preference) {
    return new Letter(
        notice,
        to.personId(),
        to.role(),
        address,
        roster.enterprise(),
        preference.language(),
        notice.isDigest() ? digests.lines(notice.id()) : List.of());
  }

  /** Who is liaison and leader at once hears of each matter once. */
  private boolean isToldAlready(Notice notice, Recipient to, Roster roster) {
    return notices.othersToldOf(notice).stream()
        .anyMatch(
            other ->
                other.equals(to.personId())
                    || roster.person(other).filter(to::sharesMailbox).isPresent());
  }

  private Optional<Letter> fold(Notice notice, UUID person, Instant now) {
    ZonedDateTime here = now.atZone(BusinessClock.ZONE);
    ZonedDateTime due = here.with(digestAt);
    due = due.isAfter(here) ? due : due.plusDays(1);
    digests.fold(notice, person, due.toLocalDate(), Duration.between(here, due));
    return Optional.empty();
  }

  private Optional<Letter> unfold(Notice digest) {
    digests.unfold(digest.id());
    return end(Posting.suppressed(digest, digest.personId(), Reason.PERSON_LEFT));
  }

  private Optional<Letter> end(Posting posting) {
    postings.complete(posting);
    return Optional.empty();
  }
}
