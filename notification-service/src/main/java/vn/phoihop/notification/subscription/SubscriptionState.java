package vn.phoihop.notification.subscription;

import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** A subscription's states. What happens while it is PAUSED waits and is delivered on resume. */
enum SubscriptionState {
  ACTIVE,
  PAUSED,
  DELETED;

  enum Move implements Transition<SubscriptionState> {
    PAUSE("pause", Set.of(ACTIVE), PAUSED),
    RESUME("resume", Set.of(PAUSED), ACTIVE),
    DELETE("delete", Set.of(ACTIVE, PAUSED), DELETED);

    private final String verb;
    private final Set<SubscriptionState> from;
    private final SubscriptionState to;

    Move(String verb, Set<SubscriptionState> from, SubscriptionState to) {
      this.verb = verb;
      this.from = from;
      this.to = to;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<SubscriptionState> from() {
      return from;
    }

    @Override
    public SubscriptionState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE);
    }
  }
}
