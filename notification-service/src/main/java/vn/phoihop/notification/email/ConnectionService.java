package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.delivery.Undelivered;
import vn.phoihop.notification.subscription.DisabledReason;
import vn.phoihop.notification.subscription.Trouble;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.time.BusinessClock;

/** Tells a party by mail what its webhooks cannot: that they fail, and what they could not take. */
@ApplicationScoped
class ConnectionService {

  private final NoticeRepository notices;
  private final DutyDesk desk;
  private final BusinessClock clock;
  private final Event<NoticesWritten> written;

  ConnectionService(
      NoticeRepository notices, DutyDesk desk, BusinessClock clock, Event<NoticesWritten> written) {
    this.notices = notices;
    this.desk = desk;
    this.clock = clock;
    this.written = written;
  }

  /**
   * That it fails is said once until it recovers, and at most once a day: one event that is refused
   * again and again, amid others that go well, is not told each time. That it is disabled the
   * Department hears too.
   */
  @Transactional
  void tell(@Observes Trouble trouble) {
    String id = trouble.subscriptionId().toString();
    boolean stays = trouble.disabled() == null;
    UUID occasion =
        stays
            ? occasion("failing", id, clock.today())
            : occasion("disabled", id, trouble.sequence());
    List<NewNotice> told =
        toParty(
            occasion,
            kind(trouble.disabled()),
            trouble.party(),
            trouble.subscriptionId(),
            id,
            null);
    if (!stays && desk.address().isPresent()) {
      told.add(
          notice(
              occasion,
              kind(trouble.disabled()),
              Addressee.DEPARTMENT,
              trouble.party(),
              trouble.subscriptionId(),
              // Of an authority the mail says whose it is beside.
              isAuthority(trouble.party()) ? id : trouble.party(),
              null));
    }
    queue(told);
  }

  /** Once for an event and a party, however many receivers fail to take it, and how often. */
  @Transactional
  void tell(@Observes Undelivered undelivered) {
    List<NewNotice> told = new ArrayList<>();
    for (Undelivered.Event event : undelivered.events()) {
      told.addAll(
          toParty(
              occasion("undelivered", event.id(), event.party()),
              NoticeKind.EVENT_UNDELIVERED,
              event.party(),
              event.objectId(),
              event.reference(),
              event.id()));
    }
    queue(told);
  }

  private void queue(List<NewNotice> told) {
    if (!told.isEmpty()) {
      notices.addAll(told);
      written.fire(new NoticesWritten());
    }
  }

  /** An enterprise's people; an authority's duty desk or, where it has none, the Department's. */
  private List<NewNotice> toParty(
      UUID occasion,
      NoticeKind kind,
      String party,
      UUID object,
      String reference,
      @Nullable UUID about) {
    List<NewNotice> told = new ArrayList<>();
    for (Addressee addressee : addressees(party)) {
      told.add(notice(occasion, kind, addressee, party, object, reference, about));
    }
    return told;
  }

  private List<Addressee> addressees(String party) {
    if (!isAuthority(party)) {
      return List.of(Addressee.LIAISON, Addressee.LEADER);
    }
    if (!party.equals(Caller.DEPARTMENT_PARTY) && desk.address(party).isPresent()) {
      return List.of(Addressee.DESK);
    }
    return desk.address().isPresent() ? List.of(Addressee.DEPARTMENT) : List.of();
  }

  private static NewNotice notice(
      UUID occasion,
      NoticeKind kind,
      Addressee addressee,
      String party,
      UUID object,
      String reference,
      @Nullable UUID about) {
    boolean authority = isAuthority(party);
    return new NewNotice(
        occasion,
        kind,
        addressee,
        Channel.EMAIL,
        authority ? null : UUID.fromString(party),
        authority ? party : null,
        object,
        reference,
        true,
        about == null ? occasion : about);
  }

  /** Of the parties authorities alone are named by a code. */
  private static boolean isAuthority(String party) {
    return party.matches("[A-Z][A-Z_]*");
  }

  private static NoticeKind kind(@Nullable DisabledReason disabled) {
    if (disabled == null) {
      return NoticeKind.WEBHOOK_FAILING;
    }
    return switch (disabled) {
      case GONE -> NoticeKind.WEBHOOK_GONE;
      case DISABLED_BY_RECEIVER -> NoticeKind.WEBHOOK_DISABLED_BY_RECEIVER;
      case FAILING -> NoticeKind.WEBHOOK_GIVEN_UP;
    };
  }

  private static UUID occasion(String what, Object one, Object other) {
    return UUID.nameUUIDFromBytes(
        (what + " " + one + " " + other).getBytes(StandardCharsets.UTF_8));
  }
}
