package vn.phoihop.notification.email;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.outbox.DomainEvent;

/** What became of notices, as far as others must know. The Department is told. */
sealed interface EmailEvent extends DomainEvent {

  /**
   * A party or a person of it could not be reached. The id is the notice's.
   *
   * @param personId the person, where one is known
   * @param reason NO_CONTACT, MAIL_REFUSED, MAIL_DEFERRED or BOUNCED
   */
  record ContactUnreachable(
      UUID id,
      UUID enterpriseId,
      String party,
      @Nullable UUID personId,
      String reason,
      String state,
      long version,
      long sequence,
      String tlp,
      Instant occurredAt,
      List<String> audience)
      implements EmailEvent {

    static ContactUnreachable of(Posting posting, String reason, long sequence, Instant now) {
      Notice notice = posting.notice();
      return new ContactUnreachable(
          notice.id(),
          notice.enterprise(),
          notice.enterprise().toString(),
          posting.person(),
          reason,
          "UNREACHABLE",
          sequence,
          sequence,
          "AMBER",
          now,
          List.of(Caller.DEPARTMENT_PARTY));
    }

    @Override
    public String type() {
      return "contact.unreachable";
    }
  }

  /** A person who could not be reached was reached. The id is the notice's. */
  record ContactReachable(
      UUID id,
      UUID enterpriseId,
      String party,
      UUID personId,
      String state,
      long version,
      long sequence,
      String tlp,
      Instant occurredAt,
      List<String> audience)
      implements EmailEvent {

    static ContactReachable of(Notice notice, UUID person, long sequence, Instant now) {
      return new ContactReachable(
          notice.id(),
          notice.enterprise(),
          notice.enterprise().toString(),
          person,
          "REACHABLE",
          sequence,
          sequence,
          "AMBER",
          now,
          List.of(Caller.DEPARTMENT_PARTY));
    }

    @Override
    public String type() {
      return "contact.reachable";
    }
  }
}
