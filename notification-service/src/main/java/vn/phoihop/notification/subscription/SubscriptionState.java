package vn.phoihop.notification.subscription;

import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/**
 * A subscription's states. What happens while it is PAUSED by its owner, or DISABLED because of its
 * receiver, waits and is delivered on resume.
 */
enum SubscriptionState {
  ACTIVE,
  PAUSED,
  DISABLED,
  DELETED;

  private static final Set<String> OWNERS =
      Set.of(Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE);

  enum Move implements Transition<SubscriptionState> {
    PAUSE("pause", Set.of(ACTIVE), PAUSED, OWNERS),
    /** The receiver is gone, asks not to be called, or has failed for days. */
    DISABLE("disable", Set.of(ACTIVE, PAUSED), DISABLED, Set.of("system")),
    RESUME("resume", Set.of(PAUSED, DISABLED), ACTIVE, OWNERS),
    DELETE("delete", Set.of(ACTIVE, PAUSED, DISABLED), DELETED, OWNERS);

    private final String verb;
    private final Set<SubscriptionState> from;
    private final SubscriptionState to;
    private final Set<String> sides;

    Move(String verb, Set<SubscriptionState> from, SubscriptionState to, Set<String> sides) {
      this.verb = verb;
      this.from = from;
      this.to = to;
      this.sides = sides;
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
      return sides;
    }
  }
}
