package vn.phoihop.notification.recovery;

import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** A recovery's states. While its subscription is not ACTIVE it stays RUNNING, and waits. */
enum RecoveryState {
  RUNNING,
  DONE,
  CANCELLED;

  enum Move implements Transition<RecoveryState> {
    /** All that was asked for is in the queue. */
    FINISH("finish", DONE, Set.of("system")),
    CANCEL("cancel", CANCELLED, Set.of(Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE)),
    /** The subscription was deleted. */
    DROP("drop", CANCELLED, Set.of("system"));

    private final String verb;
    private final RecoveryState to;
    private final Set<String> sides;

    Move(String verb, RecoveryState to, Set<String> sides) {
      this.verb = verb;
      this.to = to;
      this.sides = sides;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<RecoveryState> from() {
      return Set.of(RUNNING);
    }

    @Override
    public RecoveryState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return sides;
    }
  }
}
