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
 * @param person to whom it was sent; null where nobody was known, and for the Department
 * @param reason why it was not sent; null where it was
 * @param status what the mail server said
 * @param pause until the next attempt; zero where there is none
 */
record Posting(
    Notice notice,
    Move move,
    @Nullable UUID person,
    @Nullable Reason reason,
    @Nullable String status,
    Duration pause) {

  enum Reason {
    NO_CONTACT,
    /** The mail server refuses the address for good. */
    MAIL_REFUSED,
    /** The mail server is away, or does not want it now; or it could not be made. */
    MAIL_DEFERRED,
    /** It came back after the mail server had taken it. */
    BOUNCED,
    SMS_REFUSED,
    SMS_DEFERRED,
    NO_PHONE,
    QUIET_HOURS,
    MUTED,
    /** The same mailbox or telephone has it already. */
    DUPLICATE,
    PERSON_LEFT;

    /** Whether it says that the person's address is wrong. */
    boolean blamesTheAddress() {
      return this == MAIL_REFUSED || this == BOUNCED;
    }
  }

  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  static Posting accepted(Notice notice, @Nullable UUID person) {
    return new Posting(notice, Move.ACCEPT, person, null, null, Duration.ZERO);
  }

  /** Nobody is known: somebody may be in a moment, the facts come in any order. */
  static Posting nobody(Notice notice) {
    return notice.age().compareTo(PATIENCE) < 0
        ? new Posting(notice, Move.WAIT, null, Reason.NO_CONTACT, null, LOOK_AGAIN)
        : new Posting(notice, Move.DESPAIR, null, Reason.NO_CONTACT, null, Duration.ZERO);
  }

  static Posting held(Notice notice, UUID person, Duration pause) {
    return new Posting(notice, Move.HOLD, person, Reason.QUIET_HOURS, null, pause);
  }

  static Posting suppressed(Notice notice, @Nullable UUID person, Reason reason) {
    return new Posting(notice, Move.SUPPRESS, person, reason, null, Duration.ZERO);
  }

  /** Refused for good. */
  static Posting refused(
      Notice notice, @Nullable UUID person, Reason reason, @Nullable String status) {
    return new Posting(notice, Move.DESPAIR, person, reason, status, Duration.ZERO);
  }

  /** Not taken now. */
  static Posting deferred(
      Notice notice,
      @Nullable UUID person,
      Reason reason,
      @Nullable String status,
      RandomGenerator random) {
    return RetrySchedule.after(notice.attempts(), false, null, random)
        .map(wait -> new Posting(notice, Move.WAIT, person, reason, status, wait))
        .orElseGet(() -> new Posting(notice, Move.GIVE_UP, person, reason, status, Duration.ZERO));
  }

  /** Nobody will be told by this notice: the Department must know. */
  boolean isLost() {
    return move == Move.DESPAIR || move == Move.GIVE_UP;
  }
}
