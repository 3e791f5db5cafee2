package vn.phoihop.notification.email;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.outbox.DomainEvent;

/** What became of notices, as far as others must know. */
sealed interface EmailEvent extends DomainEvent {

  /**
   * A party cannot be reached; the Department is told. The id is the notice's.
   *
   * @param reason NO_CONTACT or MAIL_REFUSED
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
          notice.enterpriseId(),
          notice.enterpriseId().toString(),
          posting.person(),
          reason,
          posting.move().to().name(),
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
}
