package vn.phoihop.notification.email;

import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.delivery.RetrySchedule;
import vn.phoihop.notification.email.NoticeState.Move;

/**
 * How one attempt at a notice ended, and what it means for it.
 *
 * @param person to whom it was sent; null where nobody was known
 * @param reason why it was not: NO_CONTACT, MAIL_REFUSED, or MAIL_DEFERRED
 * @param pause until the next attempt; zero where there is none
 */
record Posting(
    Notice notice, Move move, @Nullable UUID person, @Nullable String reason, Duration pause) {

  static final String NO_CONTACT = "NO_CONTACT";
  static final String MAIL_REFUSED = "MAIL_REFUSED";
  private static final String MAIL_DEFERRED = "MAIL_DEFERRED";

  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  static Posting accepted(Notice notice, UUID person) {
    return new Posting(notice, Move.ACCEPT, person, null, Duration.ZERO);
  }

  /** Nobody is known: somebody may be in a moment, the facts come in any order. */
  static Posting nobody(Notice notice) {
    return notice.age().compareTo(PATIENCE) < 0
        ? new Posting(notice, Move.WAIT, null, NO_CONTACT, LOOK_AGAIN)
        : new Posting(notice, Move.DESPAIR, null, NO_CONTACT, Duration.ZERO);
  }

  /** The mail server refuses it for good (5xx). */
  static Posting refused(Notice notice, UUID person) {
    return new Posting(notice, Move.DESPAIR, person, MAIL_REFUSED, Duration.ZERO);
  }

  /** The mail server is away, or does not want it now (4xx). */
  static Posting deferred(Notice notice, UUID person, RandomGenerator random) {
    return RetrySchedule.after(notice.attempts(), false, null, random)
        .map(wait -> new Posting(notice, Move.WAIT, person, MAIL_DEFERRED, wait))
        .orElseGet(() -> new Posting(notice, Move.GIVE_UP, person, MAIL_DEFERRED, Duration.ZERO));
  }
}
