package vn.phoihop.notification.email;

import java.util.Set;
import vn.phoihop.platform.state.Transition;

/** A notice's states. All moves are the system's. */
enum NoticeState {
  QUEUED,
  SENDING,
  RETRY_WAIT,
  SENT,
  DEAD_LETTER,
  UNREACHABLE;

  enum Move implements Transition<NoticeState> {
    /** An instance takes it; from SENDING only after the lease of the one that had it. */
    SEND("send", Set.of(QUEUED, RETRY_WAIT, SENDING), SENDING),
    /** The mail server took it. */
    ACCEPT("accept", Set.of(SENDING), SENT),
    WAIT("wait", Set.of(SENDING), RETRY_WAIT),
    /** The schedule has run out. */
    GIVE_UP("give-up", Set.of(SENDING), DEAD_LETTER),
    /** Nobody to write to for an hour, or an address that is refused for good. */
    DESPAIR("despair", Set.of(SENDING), UNREACHABLE);

    private final String verb;
    private final Set<NoticeState> from;
    private final NoticeState to;

    Move(String verb, Set<NoticeState> from, NoticeState to) {
      this.verb = verb;
      this.from = from;
      this.to = to;
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
      return Set.of("system");
    }
  }
}
