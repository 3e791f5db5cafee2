package vn.phoihop.notification.email;

import java.util.Set;
import vn.phoihop.platform.state.Transition;

/** A notice's states. */
enum NoticeState {
  QUEUED,
  SENDING,
  RETRY_WAIT,
  HELD,
  IN_DIGEST,
  SENT,
  BOUNCED,
  SUPPRESSED,
  DEAD_LETTER,
  UNREACHABLE;

  enum Move implements Transition<NoticeState> {
    /** An instance takes it; from SENDING only after the lease of the one that had it. */
    SEND("send", Set.of(QUEUED, RETRY_WAIT, HELD, SENDING), SENDING, "system"),
    /** The mail server took it. */
    ACCEPT("accept", Set.of(SENDING), SENT, "system"),
    WAIT("wait", Set.of(SENDING), RETRY_WAIT, "system"),
    /** The person's quiet hours. */
    HOLD("hold", Set.of(SENDING), HELD, "system"),
    /** The person is told once a day. */
    FOLD("fold", Set.of(SENDING), IN_DIGEST, "system"),
    /** The person left before its digest went out. */
    UNFOLD("unfold", Set.of(IN_DIGEST), QUEUED, "system"),
    /** Muted, or the same person has it already. */
    SUPPRESS("suppress", Set.of(SENDING), SUPPRESSED, "system"),
    /** The schedule has run out. */
    GIVE_UP("give-up", Set.of(SENDING), DEAD_LETTER, "system"),
    /** Nobody to write to for an hour, or an address that is refused for good. */
    DESPAIR("despair", Set.of(SENDING), UNREACHABLE, "system"),
    /** It came back after the mail server had taken it. */
    BOUNCE("bounce", Set.of(SENT), BOUNCED, "operator");

    private final String verb;
    private final Set<NoticeState> from;
    private final NoticeState to;
    private final String side;

    Move(String verb, Set<NoticeState> from, NoticeState to, String side) {
      this.verb = verb;
      this.from = from;
      this.to = to;
      this.side = side;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<NoticeState> from() {
      return from;
    }

    @Override
    public NoticeState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(side);
    }
  }
}
